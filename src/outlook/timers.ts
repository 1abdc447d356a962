/** The only two things of the host's event loop that classic Outlook's runtime is known to have. */
declare function setTimeout(run: () => void, milliseconds: number): unknown;
declare function clearTimeout(timer: unknown): void;

/** Runs once after the time; the answer stops it. */
export function after(milliseconds: number, run: () => void): () => void {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
}

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => void after(milliseconds, resolve));
