/** The code of a module with its texts packed; the same code where that gains nothing. */
export function packTexts(source: string): string;
