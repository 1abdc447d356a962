/** Names that the send bundle may shorten. */
export function privateNames(): string[];
