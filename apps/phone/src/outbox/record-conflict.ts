import { type FieldValue, type FieldValues, type RecordChange, type RecordView, type RegisterField, registersApi } from '@wangge/contracts';
import { type OutboxItem, rebased, recordWorkOf, type RecordWork } from '@wangge/offline';
import type { Phone } from '../session/phone';

/** A field that was changed by others while the worker wrote his own value for it. */
export interface Conflict {
  readonly field: RegisterField;
  readonly theirs: FieldValue;
  /** What a reference there is called. */
  readonly theirsTitle: string | undefined;
  readonly mine: FieldValue;
}
export interface Comparison {
  readonly record: RecordView;
  readonly conflicts: readonly Conflict[];
}

/** By the record's history: a mask may look the same though another number stands behind it. */
export function conflictsOf(
  work: RecordWork,
  fields: readonly RegisterField[],
  record: RecordView,
  history: readonly RecordChange[],
): readonly Conflict[] {
  const since = history.filter(({ version, of }) => of === null && version > (work.version ?? 0));
  const changed = new Set(since.flatMap((change) => change.fields.map(({ name }) => name)));
  return fields.flatMap((field) => {
    const mine = work.values[field.name];
    if (mine === undefined || !changed.has(field.name)) return [];
    const theirs = record.values[field.name] ?? null;
    if (theirs === mine) return [];
    return [{ field, theirs, theirsTitle: record.referenceTitles[field.name], mine }];
  });
}

/** The record as it is now beside what the worker wrote. */
export async function compare({ connection }: Phone, work: RecordWork): Promise<Comparison> {
  const params = { register: work.register, id: work.id };
  const [registers, record, history] = [
    await connection.call(registersApi.list, {}),
    await connection.call(registersApi.get, { params }),
    await connection.call(registersApi.history, { params }),
  ];
  const fields = registers.items.find(({ name }) => name === work.register)?.fields ?? [];
  return { record, conflicts: conflictsOf(work, fields, record, history.items) };
}

/** Sends it on the present version with what is still wanted of it. False where nothing of it is left to be done. */
export async function sendOn({ outbox }: Phone, item: OutboxItem, record: RecordView, values: FieldValues): Promise<boolean> {
  const isEmpty = Object.keys(values).length === 0;
  // What others filled in is done: an empty filling only says so, with the answers that go along.
  if (isEmpty && item.command.kind === 'change-record') {
    await outbox.discard(item.id);
    return false;
  }
  await outbox.amend(item.id, rebased(item.command, record.version, values));
  return true;
}

export const isStaleRecord = (item: OutboxItem): boolean =>
  item.state.name === 'attention' && item.state.code === 'record.stale' && recordWorkOf(item)?.version !== undefined;
