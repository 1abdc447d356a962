/** More arguments than this overflow the stack of some engines. */
const CHUNK = 8192;
/** Up to so many, a view of the units costs more than joining them one by one. */
const FEW = 8;

/** UTF-16 code units from..to as a string, in time linear in their number. */
export function unitsToString(units: Uint16Array, from: number, to: number): string {
  let text = "";
  if (to - from <= FEW) {
    for (let i = from; i < to; i++) text += String.fromCharCode(units[i] as number);
    return text;
  }
  for (let start = from; start < to; start += CHUNK) {
    const end = Math.min(to, start + CHUNK);
    text += String.fromCharCode.apply(null, units.subarray(start, end) as unknown as number[]);
  }
  return text;
}

let units: Uint16Array | null = null;

/** A new table that maps every UTF-16 unit to itself; counted once, copied from then on. */
export function everyUnit(): Uint16Array {
  if (!units) {
    units = new Uint16Array(0x10000);
    for (let unit = 0; unit < units.length; unit++) units[unit] = unit;
  }
  return units.slice();
}
