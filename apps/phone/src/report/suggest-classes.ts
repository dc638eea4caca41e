import type { MatterClass } from '@wangge/contracts';

export interface Suggestion {
  readonly matter: MatterClass;
  /** Share of the class's name that the text says in one go, 0 to 1. */
  readonly share: number;
}

/** Shorter than this a common piece is chance. */
const LEAST_COMMON = 2;
const LEAST_SHARE = 0.4;

/** Classes whose names the words speak of, the surest first. */
export function suggestClasses(text: string, classes: readonly MatterClass[], most = 3): readonly Suggestion[] {
  const found = classes.flatMap((matter) => {
    const name = coreOf(matter.name);
    const common = longestCommon(name, text);
    const share = common / name.length;
    return common >= LEAST_COMMON && share >= LEAST_SHARE ? [{ matter, share, common }] : [];
  });
  return found
    .sort((a, b) => b.common - a.common || b.share - a.share || (a.matter.code < b.matter.code ? -1 : 1))
    .slice(0, most);
}

/** People say "井盖没了", never "异常"; brackets and list commas are the catalogue's. */
function coreOf(name: string): string {
  const bare = name.replace(/[（(].*?[）)]/g, '').replace(/[、，,]/g, '');
  return bare.replace(/异常$/, '') || bare;
}

/** Length of the longest piece that both hold. */
function longestCommon(a: string, b: string): number {
  let best = 0;
  let before = new Array<number>(b.length + 1).fill(0);
  for (const letter of a) {
    const row = new Array<number>(b.length + 1).fill(0);
    for (let column = 1; column <= b.length; column++) {
      if (b[column - 1] !== letter) continue;
      const length = (before[column - 1] ?? 0) + 1;
      row[column] = length;
      best = Math.max(best, length);
    }
    before = row;
  }
  return best;
}
