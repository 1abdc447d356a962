/** Controls, and signs that turn writing round or hide what stands there. */
// eslint-disable-next-line no-control-regex
const UNSEEN = /[\0-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

/** A hidden sign becomes one that is seen: `invoice‮xslx.exe` must not look like a workbook. */
export const seen = (text: string): string => text.replace(UNSEEN, "\u2423");

/** Words from a mail: names, addresses, samples. Text only, and in its own writing direction. */
export const Foreign = ({ text }: { readonly text: string }) => <bdi>{seen(text)}</bdi>;
