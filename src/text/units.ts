/** More arguments than this overflow the stack of some engines. */
const CHUNK = 8192;

/** UTF-16 code units from..to as a string, in time linear in their number. */
export function unitsToString(units: Uint16Array, from: number, to: number): string {
  let text = "";
  for (let start = from; start < to; start += CHUNK) {
    const end = Math.min(to, start + CHUNK);
    text += String.fromCharCode.apply(null, units.subarray(start, end) as unknown as number[]);
  }
  return text;
}
