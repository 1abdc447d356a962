import { FAMILY_NAMES, GIVEN_NAMES } from "./data/names";
import { TOWNS } from "./data/towns";
import { SeededRandom } from "./random";

/** One row of the dealer's list; an empty field is one that the customer did not give. */
export interface Customer {
  readonly name: string;
  readonly kana: string;
  readonly postalCode: string;
  readonly address: string;
  readonly phone: string;
  readonly mobile: string;
  readonly email: string;
  /** The colleague who looks after the customer. */
  readonly staff: string;
}

export interface CustomerListOptions {
  readonly seed?: number;
  readonly staff?: readonly string[];
}

/** As many persons as the list of July 2019 had. */
export const CUSTOMER_COUNT = 2940;
export const SALES_STAFF = ["佐々木 健", "石川 遥", "前田 修", "小野 千尋", "三浦 誠", "青木 舞"];

const FAMILY_EVERY = 14;
const NAMESAKE_EVERY = 245;
const DOMAINS = "gmail.com docomo.ne.jp ezweb.ne.jp softbank.ne.jp icloud.com yahoo.co.jp".split(
  " ",
);
const BUILDINGS = [
  "",
  "",
  "",
  "",
  "",
  "コーポ花水木",
  "メゾン青葉",
  "パークハイツ桜",
  "グリーンコート",
];

const entries = (table: string): string[][] => table.split(" ").map((each) => each.split(":"));

interface Household {
  readonly family: readonly string[];
  readonly postalCode: string;
  readonly address: string;
  readonly phone: string;
}

/**
 * People who do not exist. Neighbouring rows may be a family (one surname, address and telephone) or
 * bear the same full name, and are different persons all the same: each has an own mobile number.
 */
export function customers(count: number, options: CustomerListOptions = {}): readonly Customer[] {
  const writer = new CustomerWriter(new SeededRandom(options.seed ?? 20190718), options.staff);
  return Array.from({ length: count }, (_, index) => writer.next(index));
}

/** The first so many customers of one colleague who can be written to by mail. */
export const customersOf = (
  all: readonly Customer[],
  staff: string,
  count: number,
): readonly Customer[] =>
  all.filter((each) => each.staff === staff && each.email !== "").slice(0, count);

class CustomerWriter {
  readonly #random: SeededRandom;
  readonly #staff: readonly string[];
  readonly #families = entries(FAMILY_NAMES);
  readonly #given = entries(GIVEN_NAMES);
  readonly #towns = entries(TOWNS);
  #household: Household | null = null;
  #givenName: readonly string[] = [];
  /** Full names so far: a name comes twice only where it is meant to. */
  readonly #taken = new Set<string>();

  constructor(random: SeededRandom, staff: readonly string[] = SALES_STAFF) {
    this.#random = random;
    this.#staff = staff;
  }

  next(index: number): Customer {
    const isNamesake = index > 0 && index % NAMESAKE_EVERY === 0;
    const isFamily = !isNamesake && index > 0 && index % FAMILY_EVERY === 0;
    const household = this.#moveIn(isFamily, isNamesake);
    if (!isNamesake) this.#givenName = this.#freshGivenName(household);
    const needsMobile = isNamesake || isFamily;
    return this.#write(index, household, needsMobile);
  }

  #moveIn(isFamily: boolean, isNamesake: boolean): Household {
    if (isFamily && this.#household) return this.#household;
    const family = isNamesake ? this.#household?.family : undefined;
    this.#household = this.#newHousehold(family ?? this.#random.pick(this.#families));
    return this.#household;
  }

  #newHousehold(family: readonly string[]): Household {
    const random = this.#random;
    const [prefix = "", areaCode = "", town = ""] = random.pick(this.#towns);
    const exchange = `${2 + random.below(8)}${random.digits(9 - areaCode.length - 4)}`;
    const building = random.pick(BUILDINGS);
    const room = building && ` ${building}${101 + random.below(8) * 100 + random.below(6)}号室`;
    const block = [1 + random.below(6), 1 + random.below(28), 1 + random.below(18)].join("-");
    return {
      family,
      postalCode: `${prefix}-${random.digits(4)}`,
      address: town + block + room,
      phone: `${areaCode}-${exchange}-${random.digits(4)}`,
    };
  }

  /** The names are used up after a few thousand persons; from then on they come again. */
  #freshGivenName({ family }: Household): readonly string[] {
    for (let tries = 0; tries < 40; tries++) {
      const given = this.#random.pick(this.#given);
      const name = `${family[0]} ${given[0]}`;
      if (this.#taken.has(name)) continue;
      this.#taken.add(name);
      return given;
    }
    return this.#random.pick(this.#given);
  }

  #write(index: number, household: Household, needsMobile: boolean): Customer {
    const random = this.#random;
    const { family, postalCode, address, phone } = household;
    const [given = "", kana = "", latin = ""] = this.#givenName;
    const hasMobile = needsMobile || random.chance(80);
    const number = `${random.pick(["070", "080", "090"])}-${1 + random.below(9)}${random.digits(3)}-${random.digits(4)}`;
    const email = `demo${String(index + 1).padStart(5, "0")}.${latin}@${random.pick(DOMAINS)}`;
    return {
      name: `${family[0]} ${given}`,
      kana: `${family[1]} ${kana}`,
      postalCode: random.chance(97) ? postalCode : "",
      address: random.chance(97) ? address : "",
      phone: random.chance(hasMobile ? 60 : 95) ? phone : "",
      mobile: hasMobile ? number : "",
      email: random.chance(55) ? email : "",
      staff: random.pick(this.#staff),
    };
  }
}
