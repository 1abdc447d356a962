import { AES } from "@stablelib/aes";
import { Refused } from "../refused";

const BLOCK = 16;

/** Undoes AES in CBC mode, without looking at what fills the last block. */
export function decryptBlocks(key: Uint8Array, vector: Uint8Array, bytes: Uint8Array): Uint8Array {
  const cipher = new AES(key);
  const out = new Uint8Array(bytes.length - (bytes.length % BLOCK));
  let before = vector;
  for (let at = 0; at < out.length; at += BLOCK) {
    const block = bytes.subarray(at, at + BLOCK);
    const to = out.subarray(at, at + BLOCK);
    cipher.decryptBlock(block, to);
    for (let i = 0; i < BLOCK; i++) to[i]! ^= before[i] as number;
    before = block;
  }
  return out;
}

export function encryptBlocks(key: Uint8Array, vector: Uint8Array, bytes: Uint8Array): Uint8Array {
  const cipher = new AES(key, true);
  const out = new Uint8Array(bytes);
  let before = vector;
  for (let at = 0; at < out.length; at += BLOCK) {
    const block = out.subarray(at, at + BLOCK);
    for (let i = 0; i < BLOCK; i++) block[i]! ^= before[i] as number;
    cipher.encryptBlock(block, block);
    before = block;
  }
  return out;
}

/** A string or stream: its vector stands before it, and its last byte says how much is filling. */
export function decryptMessage(key: Uint8Array, bytes: Uint8Array): Uint8Array {
  if (bytes.length < 2 * BLOCK) return bytes.subarray(0, 0);
  const plain = decryptBlocks(key, bytes.subarray(0, BLOCK), bytes.subarray(BLOCK));
  const filling = plain[plain.length - 1] as number;
  if (filling > BLOCK) throw new Refused("extract/damaged");
  return plain.subarray(0, plain.length - filling);
}
