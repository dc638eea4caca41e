import type { OwnDefinition, OwnField } from '@wangge/contracts';
import { isEncrypted } from '../definition.js';
import { activeFields } from './own-register.js';

/** Columns with an index that a register can give its fields (migration 1764000011000). */
export const KEYS = 8;
export const REFERENCES = 4;

type Slots = Readonly<Record<string, string>>;

/** Fields that an index finds: those that words are looked for in, and references. Titles and keys have theirs anyway. */
export function lookedFor(own: OwnDefinition): { readonly keys: readonly OwnField[]; readonly references: readonly OwnField[] } {
  const { naturalKey, titleField } = own;
  const others = activeFields(own).filter(
    ({ name }) => name !== titleField && !(naturalKey.length === 1 && naturalKey[0] === name),
  );
  return {
    keys: others.filter((field) => field.search !== 'none' || (isEncrypted(field) && naturalKey.includes(field.name))),
    references: activeFields(own).filter(({ kind }) => kind === 'reference'),
  };
}

/**
 * The column of each such field. One that has a column keeps it: whoever reads by the version before finds what he
 * looks for. Fields beyond the columns there are get none (the rules refuse such a definition).
 */
export function slotsOf(own: OwnDefinition, before: Slots): Slots {
  const { keys, references } = lookedFor(own);
  return { ...assign('key', KEYS, keys, before), ...assign('ref', REFERENCES, references, before) };
}

function assign(prefix: string, most: number, fields: readonly OwnField[], before: Slots): Slots {
  const all = Array.from({ length: most }, (_, index) => `${prefix}${index + 1}`);
  const kept = fields.flatMap(({ name }) => {
    const slot = Object.hasOwn(before, name) ? before[name] : undefined;
    return slot !== undefined && all.includes(slot) ? [[name, slot] as const] : [];
  });
  const taken = new Set(kept.map(([, slot]) => slot));
  const free = all.filter((slot) => !taken.has(slot));
  const known = new Set(kept.map(([name]) => name));
  const added = fields
    .filter(({ name }) => !known.has(name))
    .flatMap(({ name }, index) => {
      const slot = free[index];
      return slot === undefined ? [] : [[name, slot] as const];
    });
  return Object.fromEntries([...kept, ...added]);
}
