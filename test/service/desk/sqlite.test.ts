import { removePlaces } from "../storage/places";
import { afterwardsContract } from "./afterwards.contract";
import { carryOverContract } from "./carry-over.contract";
import { roadContract } from "./road.contract";
import { secrecyContract } from "./secrecy.contract";
import { tamperingContract } from "./tampering.contract";

afterAll(removePlaces);

afterwardsContract("sqlite");
carryOverContract("sqlite");
roadContract("sqlite");
tamperingContract("sqlite");
secrecyContract("sqlite");
