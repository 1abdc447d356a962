/** Reads a projection back by the words of docs/canonical-form.md alone; throws where it cannot. */
export function readProjection(bytes: Uint8Array): string[] {
  const data = Buffer.from(bytes);
  const items: string[] = [];
  let at = 0;
  const take = (length: number): Buffer => {
    if (at + length > data.length) throw new Error("cut off");
    at += length;
    return data.subarray(at - length, at);
  };
  const number = (): number => take(4).readUInt32BE();
  const text = (): string => take(number()).toString("utf8");
  while (at < data.length) {
    const kind = take(1).toString("latin1");
    if (kind === "T") items.push(`T:${text()}`);
    else if (kind === "C") items.push(`C:${text()}=${take(32 * number()).toString("hex")}`);
    else if ("UAMS".includes(kind)) items.push(`${kind}:${text()}=${text()}`);
    else throw new Error(`unknown kind ${kind}`);
  }
  return items;
}
