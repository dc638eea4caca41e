import type { MatterClass } from '@wangge/contracts';

/** By a part of the name, or by the beginning of the number, also of the one it had in 2013. */
export function matches({ name, code, alias2013 }: Pick<MatterClass, 'name' | 'code' | 'alias2013'>, words: string): boolean {
  const wanted = words.normalize('NFKC').trim().toLowerCase();
  return (
    name.normalize('NFKC').toLowerCase().includes(wanted) || code.startsWith(wanted) || (alias2013?.startsWith(wanted) ?? false)
  );
}
