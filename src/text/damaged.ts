/** Bytes that no packer has written so. Thrown by what unpacks, and named by whoever asked for it. */
export class Damaged extends Error {
  constructor() {
    super("packed data is damaged");
  }
}
