/** What is wrong with an input file, in words for whoever wrote it. */
export interface Problem {
  readonly file: string;
  /** Counted from 1; null where the fault is the whole file's. */
  readonly line: number | null;
  readonly zh: string;
  readonly en: string;
}

const MOST_SHOWN = 20;

/** Nothing was done: the input has to be put right first. Lists every fault found, not only the first. */
export class GridInputError extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super(problems.slice(0, MOST_SHOWN).map(sentence).join('\n') + more(problems.length));
    this.name = 'GridInputError';
  }
}

function sentence({ file, line, zh, en }: Problem): string {
  return line === null ? `${file}：${zh} (${en})` : `${file} 第 ${line} 行：${zh} (line ${line}: ${en})`;
}

function more(count: number): string {
  const hidden = count - MOST_SHOWN;
  return hidden > 0 ? `\n……另有 ${hidden} 处 (and ${hidden} more)` : '';
}
