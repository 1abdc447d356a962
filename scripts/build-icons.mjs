// Draws assets/icon-*.png: the gate of a checkpoint (関所), white on a rounded square of indigo.
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { crc32, deflateSync } from "node:zlib";
import { root } from "./root.mjs";

const SIZES = [16, 32, 64, 80, 128];
/** Points looked at in each pixel, along one side. */
const SAMPLES = 8;

const INDIGO = [0x1f, 0x3f, 0x6e];
const WHITE = [0xff, 0xff, 0xff];

const CORNER = 0.2;

/** In a square of side 1, y downward. */
function insideSquare(x, y) {
  const dx = Math.max(CORNER - x, x - (1 - CORNER), 0);
  const dy = Math.max(CORNER - y, y - (1 - CORNER), 0);
  return dx * dx + dy * dy <= CORNER * CORNER;
}

const between = (value, from, to) => value >= from && value < to;

/** A roof that rises toward its ends, a beam below it, and two posts. */
function insideGate(x, y) {
  const lift = 0.3 * (x - 0.5) ** 2;
  const roof = between(x, 0.125, 0.875) && between(y + lift, 0.25, 0.375);
  const beam = between(x, 0.1875, 0.8125) && between(y, 0.4375, 0.53);
  const isPost = between(x, 0.25, 0.375) || between(x, 0.625, 0.75);
  const posts = isPost && between(y, 0.3, 0.8125);
  return roof || beam || posts;
}

function colourAt(x, y) {
  if (!insideSquare(x, y)) return null;
  return insideGate(x, y) ? WHITE : INDIGO;
}

/** Red, green, blue and opacity of one pixel, averaged over its samples. */
function pixel(size, column, row) {
  const sum = [0, 0, 0];
  let covered = 0;
  for (let i = 0; i < SAMPLES * SAMPLES; i++) {
    const x = (column + ((i % SAMPLES) + 0.5) / SAMPLES) / size;
    const y = (row + (Math.floor(i / SAMPLES) + 0.5) / SAMPLES) / size;
    const colour = colourAt(x, y);
    if (colour === null) continue;
    covered += 1;
    colour.forEach((value, channel) => (sum[channel] += value));
  }
  const mean = sum.map((value) => Math.round(value / Math.max(1, covered)));
  return [...mean, Math.round((255 * covered) / (SAMPLES * SAMPLES))];
}

/** Rows of RGBA, each after a filter byte of 0. */
function scanlines(size) {
  const rows = Buffer.alloc(size * (1 + 4 * size));
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++)
      rows.set(pixel(size, column, row), row * (1 + 4 * size) + 1 + 4 * column);
  return rows;
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body) >>> 0, body.length + 4);
  return framed;
}

function png(size) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8); // 8 bits a channel, RGBA, no interlacing
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(scanlines(size), { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

mkdirSync(path.join(root, "assets"), { recursive: true });
for (const size of SIZES) writeFileSync(path.join(root, `assets/icon-${size}.png`), png(size));
