/** What a running phase tells of itself, and how it is asked to stop. */
export class ImportJob {
  done = 0;
  isStopping = false;
  private tellLarge = (): void => undefined;
  /** Resolves as soon as there are more rows than are waited for. */
  readonly large = new Promise<void>((resolve) => {
    this.tellLarge = resolve;
  });

  constructor(private readonly atOnce: number) {}

  /** Throws where the server is about to end: what was not stored is done again by the next one. */
  advance(rows: number): void {
    if (this.isStopping) throw new StoppedError();
    this.done += rows;
    if (this.done > this.atOnce) this.tellLarge();
  }
}

export class StoppedError extends Error {
  override readonly name = 'StoppedError';
}

/** Looked at again, rows that were good are not: the import is to be tried and confirmed anew. */
export class RecheckError extends Error {
  override readonly name = 'RecheckError';
}
