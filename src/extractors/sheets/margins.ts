/**
 * The text of a sheet's header or footer without its codes (ECMA-376 part 1, 18.3.1.39): fonts,
 * sizes and the marks of its left, middle and right part, which become line breaks.
 */
export function marginText(coded: string): string {
  let text = "";
  for (let i = 0; i < coded.length; i++) {
    if (coded.charAt(i) !== "&") {
      text += coded.charAt(i);
      continue;
    }
    i += 1;
    const code = coded.charAt(i);
    if (code === "&") text += "&";
    else if (code === '"') i = endOf(coded, i + 1);
    else if (code === "K") i += 6;
    else if (code === "L" || code === "C" || code === "R") text += "\n";
    else while (isDigit(coded.charAt(i)) && isDigit(coded.charAt(i + 1))) i += 1;
  }
  return text;
}

const isDigit = (sign: string): boolean => sign >= "0" && sign <= "9" && sign !== "";

function endOf(coded: string, from: number): number {
  const end = coded.indexOf('"', from);
  return end < 0 ? coded.length : end;
}
