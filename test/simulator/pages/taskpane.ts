/** The pane of the add-in under test: calls one Outlook method by its path and tells the outcome. */

export interface Outcome {
  readonly value?: unknown;
  readonly error?: number;
  readonly thrown?: string;
}

type Method = (...args: unknown[]) => void;

const walk = (start: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], start);

function call(path: string, ...args: unknown[]): Promise<Outcome> {
  const names = path.split(".");
  const method = names.pop() ?? "";
  const target = walk(Office.context.mailbox, names) as Record<string, Method>;
  return new Promise((resolve) => {
    try {
      target[method]?.(...args, (result: Office.AsyncResult<unknown>) =>
        resolve(
          result.status === Office.AsyncResultStatus.Succeeded
            ? { value: result.value }
            : { error: result.error.code },
        ),
      );
    } catch (error) {
      resolve({ thrown: (error as Error).name });
    }
  });
}

const heard: unknown[] = [];
const ready = Office.onReady();

export const pane = { call, heard, ready };
declare global {
  var pane: { call: typeof call; heard: unknown[]; ready: typeof ready };
}
globalThis.pane = pane;
