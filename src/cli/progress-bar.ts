const WIDTH = 24;

/** "[######··················] 3/12 file.xlsx", cut to a terminal's usual width. */
export function progressBar(done: number, total: number, name: string): string {
  const filled = total === 0 ? WIDTH : Math.floor((done / total) * WIDTH);
  const bar = "#".repeat(filled) + "·".repeat(WIDTH - filled);
  return `[${bar}] ${done}/${total} ${name}`.slice(0, 78);
}
