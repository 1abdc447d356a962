/** Calls its listeners, in order; `version` serves React's useSyncExternalStore as a snapshot. */
export class Observable<Change> {
  #listeners = new Set<(change: Change) => void>();
  #version = 0;

  get version(): number {
    return this.#version;
  }

  /** Returns the function that ends the subscription. */
  readonly subscribe = (listener: (change: Change) => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  protected changed(change: Change): void {
    this.#version += 1;
    for (const listener of [...this.#listeners]) listener(change);
  }
}
