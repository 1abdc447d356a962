/** 2940 as "2,940": the same in both languages, and without Intl, which some engines lack. */
export const grouped = (count: number): string =>
  String(count).replace(/\B(?=(\d{3})+(?!\d))/g, ",");

const KIB = 1024;

/** "1.4 MB" as the file managers of the clients count it: 1,024 bytes to a kilobyte. */
export function sizeInWords(bytes: number): string {
  if (bytes < KIB) return `${bytes} B`;
  const kilobytes = bytes / KIB;
  if (kilobytes < KIB) return `${grouped(Math.round(kilobytes))} KB`;
  return `${(kilobytes / KIB).toFixed(1)} MB`;
}
