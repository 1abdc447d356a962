import type { GoldValue } from "./corpus-file";
import { DATES, inFours, POSTAL_CODES, TELEPHONES, type Notation } from "./notation";
import type { Person } from "./people";

/** One column of a list: its header, what a cell holds, and which values a reader has to find there. */
export interface ListColumn {
  readonly title: string;
  text(person: Person, row: number): string;
  values(person: Person): readonly GoldValue[];
}

const fullName = ({ name }: Person): string => `${name.family}${name.given}`;
const wholeAddress = ({ address }: Person): string =>
  `${address.prefecture}${address.city}${address.rest}`;
const birthText = ({ birth }: Person): string => `${birth.year}/${birth.month}/${birth.day}`;

/** Where the dot of a foreign given name stands, a list has no second separator. */
const gap = ({ name }: Person, sign: string): string => (name.origin === "abroad" ? "・" : sign);

export const nameColumn = (title: string, sign = " ", honorific = ""): ListColumn => ({
  title,
  text: (person) => `${person.name.family}${gap(person, sign)}${person.name.given}${honorific}`,
  values: (person) => [{ kind: "person-name", text: fullName(person) }],
});

export const latinColumn = (title: string, upper = false): ListColumn => ({
  title,
  text: ({ name }) => (upper ? name.latin.toUpperCase() : name.latin),
  values: ({ name }) => [{ kind: "person-name", text: name.latin }],
});

/** First and last name in Latin letters, in two columns; the value is counted with the first. */
export const latinPartColumns = (first: string, last: string): ListColumn[] => {
  const given = ({ name }: Person): string => name.latin.split(" ")[0] ?? "";
  const family = ({ name }: Person): string => name.latin.split(" ").slice(1).join(" ");
  return [
    {
      title: first,
      text: given,
      values: (person) => [{ kind: "person-name", text: `${family(person)} ${given(person)}` }],
    },
    { title: last, text: family, values: () => [] },
  ];
};

/** The reading; `alone` where no name in kanji stands beside it. */
export const kanaColumn = (title: string, alone = false, form: Notation = same): ListColumn => ({
  title,
  text: ({ name }) => form(`${name.familyKana} ${name.givenKana}`),
  values: ({ name }) =>
    alone ? [{ kind: "person-name", text: `${name.familyKana}${name.givenKana}` }] : [],
});

export const familyColumn = (title: string): ListColumn => ({
  title,
  text: ({ name }) => name.family,
  values: (person) => [{ kind: "person-name", text: fullName(person) }],
});

/** Its value is counted with that of the family name's column. */
export const givenColumn = (title: string): ListColumn => ({
  title,
  text: ({ name }) => name.given,
  values: () => [],
});

export const phoneColumn = (title: string, notation: Notation = hyphens): ListColumn => ({
  title,
  text: ({ phone }) => notation(phone),
  values: ({ phone }) => [{ kind: "phone", text: phone }],
});

export const mobileColumn = (title: string, notation: Notation = hyphens): ListColumn => ({
  title,
  text: ({ mobile }) => notation(mobile),
  values: ({ mobile }) => [{ kind: "mobile", text: mobile }],
});

/** One column for both, as most lists have it. */
export const eitherPhoneColumn = (title: string, notation: Notation = hyphens): ListColumn => {
  const isMobile = ({ phone }: Person): boolean => Number(phone.charAt(9)) % 2 === 0;
  return {
    title,
    text: (person) => notation(isMobile(person) ? person.mobile : person.phone),
    values: (person) =>
      isMobile(person)
        ? [{ kind: "mobile", text: person.mobile }]
        : [{ kind: "phone", text: person.phone }],
  };
};

export const emailColumn = (title: string, form: Notation = same): ListColumn => ({
  title,
  text: ({ email }) => form(email),
  values: ({ email }) => [{ kind: "email", text: email }],
});

export const postalColumn = (
  title: string,
  notation: Notation = POSTAL_CODES["hyphen"] ?? same,
): ListColumn => ({
  title,
  text: ({ address }) => notation(address.postalCode),
  values: ({ address }) => [{ kind: "postal-code", text: address.postalCode }],
});

export const addressColumn = (title: string): ListColumn => ({
  title,
  text: wholeAddress,
  values: (person) => [{ kind: "address", text: wholeAddress(person) }],
});

/** The postal code in front of the address, in one cell. */
export const fullAddressColumn = (title: string): ListColumn => ({
  title,
  text: (person) => `〒${hyphenated(person.address.postalCode)} ${wholeAddress(person)}`,
  values: (person) => [
    { kind: "address", text: wholeAddress(person) },
    { kind: "postal-code", text: person.address.postalCode },
  ],
});

/** The address in three columns; its value is counted with the first. */
export const splitAddressColumns = (titles: readonly [string, string, string]): ListColumn[] => [
  {
    title: titles[0],
    text: ({ address }) => address.prefecture,
    values: (person) => [{ kind: "address", text: wholeAddress(person) }],
  },
  { title: titles[1], text: ({ address }) => address.city, values: () => [] },
  { title: titles[2], text: ({ address }) => address.rest, values: () => [] },
];

export const birthColumn = (title: string, form = "slashes"): ListColumn => ({
  title,
  text: ({ birth }) => (DATES[form] as (typeof DATES)[string])(birth),
  values: (person) => [{ kind: "birth-date", text: birthText(person) }],
});

export const myNumberColumn = (title: string, sign = ""): ListColumn => ({
  title,
  text: ({ myNumber }) => inFours(sign)(myNumber),
  values: ({ myNumber }) => [{ kind: "my-number", text: myNumber }],
});

export const cardColumn = (title: string, sign = ""): ListColumn => ({
  title,
  text: ({ card }) => inFours(sign)(card),
  values: ({ card }) => [{ kind: "credit-card", text: card }],
});

/** Of the address only where it is, roughly; behind its label that is one, too. */
export const prefectureColumn = (title: string): ListColumn => ({
  title,
  text: ({ address }) => address.prefecture,
  values: ({ address }) => [{ kind: "address", text: address.prefecture }],
});

/** A column that says nothing about whom the row is about. */
export const otherColumn = (
  title: string,
  text: (row: number, person: Person) => string,
): ListColumn => ({
  title,
  text: (person, row) => text(row, person),
  values: () => [],
});

function same(text: string): string {
  return text;
}

function hyphens(number: string): string {
  return (TELEPHONES["hyphens"] ?? same)(number);
}

function hyphenated(code: string): string {
  return (POSTAL_CODES["hyphen"] ?? same)(code);
}
