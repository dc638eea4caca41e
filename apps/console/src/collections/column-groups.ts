import type { RegisterField, RegisterView } from '@wangge/contracts';

export interface ChoosableColumn {
  readonly key: string;
  readonly field: RegisterField;
}
/** The fields of one register on the way from the subject. */
export interface ColumnGroup {
  readonly way: string;
  /** The references that lead there; empty for the subject. */
  readonly path: readonly RegisterField[];
  readonly register: RegisterView;
  readonly columns: readonly ChoosableColumn[];
}

/** How many references a column may follow. */
const DEEPEST = 2;

/** What can be a column: the subject's own fields first, then those of what it points at. */
export function columnGroups(registers: readonly RegisterView[], subject: RegisterView): readonly ColumnGroup[] {
  const groups: ColumnGroup[] = [];
  const add = (register: RegisterView, path: readonly RegisterField[]): void => {
    const names = path.map(({ name }) => name);
    const columns = register.fields.map((field) => ({ key: [...names, field.name].join('.'), field }));
    groups.push({ way: names.join('.'), path, register, columns });
    if (path.length === DEEPEST) return;
    for (const field of register.fields) {
      const next = registers.find(({ name }) => name === field.references);
      if (next) add(next, [...path, field]);
    }
  };
  add(subject, []);
  return groups.sort((a, b) => a.path.length - b.path.length);
}
