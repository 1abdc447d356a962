/** Tells two occasions apart. Not a secret: classic Outlook's runtime has no source for one. */
export function nonce(now: number): string {
  const part = (): string =>
    `0000000${Math.floor(Math.random() * 0x100000000).toString(16)}`.slice(-8);
  return `${now.toString(16)}-${part()}${part()}`;
}
