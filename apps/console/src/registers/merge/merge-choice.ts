import type { RecordComparison, RecordView, RegisterField } from '@wangge/contracts';

/** For each field that differs, whether its value comes from the record that goes. */
export type MergeChoice = Readonly<Record<string, boolean>>;

const isEmpty = ({ values }: RecordView, name: string): boolean => (values[name] ?? null) === null;

/** What stays stays, but where it has nothing and the other has something. */
export function firstChoice(fields: readonly RegisterField[], stays: RecordView, goes: RecordView): MergeChoice {
  return Object.fromEntries(fields.map(({ name }) => [name, isEmpty(stays, name) && !isEmpty(goes, name)]));
}

/** The fields one has to choose for: what the system keeps follows by itself. */
export const differing = (fields: readonly RegisterField[], { same }: Pick<RecordComparison, 'same'>): readonly RegisterField[] =>
  fields.filter(({ name, bySystem }) => !bySystem && !same.includes(name));

export const takenOf = (choice: MergeChoice): string[] => Object.keys(choice).filter((name) => choice[name]);
