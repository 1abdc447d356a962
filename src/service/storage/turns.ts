/** One after the other, in the order of asking. Whoever waited begins in a turn of its own of the
 * event loop: work on a database in this process never keeps calls from arriving or being answered. */
export class Turns {
  private readonly waiting: (() => void)[] = [];
  private isTaken = false;

  take(): Promise<void> {
    if (this.isTaken) return new Promise((resolve) => this.waiting.push(resolve));
    this.isTaken = true;
    return Promise.resolve();
  }

  give(): void {
    const next = this.waiting.shift();
    if (next === undefined) this.isTaken = false;
    else setImmediate(next);
  }
}
