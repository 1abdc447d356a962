/** How a saved Outlook item is laid out (MS-OXMSG 2.2): parts, and the heads of their properties. */
export const RECIPIENT = /^__recip_version1\.0_/i;
export const ATTACHMENT = /^__attach_version1\.0_/i;
export const HEAD_OF_MAIL = 32;
export const HEAD_OF_INNER_MAIL = 24;
export const HEAD_OF_PART = 8;

export const CODE_PAGE_OF_PAGE = 0x3fde;
export const METHOD = 0x3705;
/** Ways in which a mail holds a file: links lead outside of it (MS-OXCMSG 2.2.2.9). */
export const LINKS: ReadonlySet<number> = new Set([2, 3, 4, 7]);
