const isDigit = (char: string): boolean => char >= "0" && char <= "9";

/** Keeps the first three digits and the last four: 090-****-5678. */
export function maskDigits(text: string): string {
  const total = text.replace(/[^0-9]/g, "").length;
  let seen = 0;
  return text.replace(/[0-9]/g, (digit) => {
    seen += 1;
    return seen <= 3 || seen > total - 4 ? digit : "*";
  });
}

/** Keeps the last `kept` digits. */
export function maskAllBut(text: string, kept: number): string {
  const total = text.replace(/[^0-9]/g, "").length;
  let seen = 0;
  return text.replace(/[0-9]/g, (digit) => (++seen > total - kept ? digit : "*"));
}

/** Keeps the first letter of each word: 山田 太郎 is 山■ ■■, for the family name only once. */
export function maskName(text: string): string {
  return text.replace(/[^ ]+/g, (word, at: number) =>
    at === 0 ? word.charAt(0) + blank(word.length - 1) : blank(word.length),
  );
}

/** Keeps what stands before the first digit, without the last letters: 東京都千代田区■■■. */
export function maskAddress(text: string): string {
  const shown = /^[^0-9]*?[都道府県][^0-9]*?[市区町村郡]/.exec(text)?.[0] ?? text.slice(0, 3);
  return shown + blank(Math.min(6, Math.max(2, text.length - shown.length)));
}

/** Keeps the first letter and the domain: a***@example.com. */
export function maskEmail(text: string): string {
  const at = text.lastIndexOf("@");
  return at < 1 ? "***" : `${text.charAt(0)}***${text.slice(at)}`;
}

/** Keeps the year: 1980年■月■日. */
export function maskDate(text: string): string {
  const year = /[0-9]+/.exec(text);
  const end = year ? year.index + Math.min(4, year[0].length) : 0;
  let rest = "";
  for (let i = end; i < text.length; i++) {
    const char = text.charAt(i);
    rest += isDigit(char) ? "*" : char;
  }
  return text.slice(0, end) + rest;
}

function blank(length: number): string {
  let text = "";
  for (let i = 0; i < length; i++) text += "■";
  return text;
}
