const BEGIN = /^\s*BEGIN:V(CARD|CALENDAR)\b/i;
const BYTE_ORDER_MARK = /^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)/;
const LOOKED_AT = 64;

/** Contacts and calendars, by their first line, in UTF-16 too. */
export const isCards = (bytes: Uint8Array): boolean =>
  BEGIN.test(
    String.fromCharCode(...bytes.subarray(0, LOOKED_AT))
      .replace(BYTE_ORDER_MARK, "")
      .replace(/\0/g, ""),
  );
