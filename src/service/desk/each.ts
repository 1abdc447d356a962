/** Does it for each, whatever becomes of one; then tells of the first that failed. */
export async function forEach<T>(
  all: readonly T[],
  work: (each: T) => Promise<unknown>,
): Promise<void> {
  const failures: unknown[] = [];
  for (const each of all) await work(each).catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw failures[0];
}
