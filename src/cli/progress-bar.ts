const WIDTH = 24;

/** "[######··················] 25% file.xlsx": one file whose bytes are looked through. */
export function percentBar(done: number, total: number, name: string): string {
  const part = total <= 0 ? 0 : Math.min(0.99, done / total);
  return drawn(part, `${Math.floor(part * 100)}% ${name}`);
}

/** "[######··················] 3/12 file.xlsx", cut to a terminal's usual width. */
export function progressBar(done: number, total: number, name: string): string {
  return drawn(total === 0 ? 1 : done / total, `${done}/${total} ${name}`);
}

function drawn(part: number, words: string): string {
  const filled = Math.floor(part * WIDTH);
  const bar = "#".repeat(filled) + "·".repeat(WIDTH - filled);
  return `[${bar}] ${words}`.slice(0, 78);
}
