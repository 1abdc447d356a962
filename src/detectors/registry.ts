import { address } from "./address";
import { birthDate } from "./birth-date";
import { creditCard } from "./credit-card";
import type { Detector } from "./detector";
import { email } from "./email";
import { mobile } from "./mobile";
import { myNumber } from "./my-number";
import { personName } from "./person-name";
import { phone } from "./phone";
import { postalCode } from "./postal-code";

/** One detector a kind, in the order of KINDS: the index here is the index of the kind. */
export const DETECTORS: readonly Detector[] = [
  personName,
  address,
  postalCode,
  phone,
  mobile,
  email,
  birthDate,
  myNumber,
  creditCard,
];
