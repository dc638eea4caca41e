/**
 * One piece of work for all who ask the same at the same time. Whoever asks while it runs is answered by the next, which
 * begins when this one ends: no answer is older than its question, and no more than one piece of work per question runs.
 */
export class SharedAnswers<Answer> {
  private readonly lines = new Map<string, Line<Answer>>();

  /** `key` names the question in full, with who may see what. The answer is shared: nobody may change it. */
  ask(key: string, work: () => Promise<Answer>): Promise<Answer> {
    const line = this.lines.get(key);
    if (!line) return this.begin(key, work);
    line.next ??= line.running.then(ignore, ignore).then(() => this.begin(key, work));
    return line.next;
  }

  private begin(key: string, work: () => Promise<Answer>): Promise<Answer> {
    const line: Line<Answer> = { running: work() };
    this.lines.set(key, line);
    const leave = () => {
      if (!line.next) this.lines.delete(key);
    };
    line.running.then(leave, leave);
    return line.running;
  }
}

interface Line<Answer> {
  readonly running: Promise<Answer>;
  next?: Promise<Answer>;
}

const ignore = (): void => undefined;
