import { v7 as uuid } from 'uuid';
import type { Transaction } from '../database/transaction.js';

/** Something to be done at an instant unless the subject changes before. */
export interface TimerDraft {
  readonly kind: string;
  readonly at: string;
}

const CLEAR = { name: 'timers.clear', text: 'delete from timer where subject_id = $1 and fired_at is null' };
const SET = {
  name: 'timers.set',
  text: `insert into timer (id, district_code, subject_id, kind, due_at)
         select id, $1, $2, kind, at from jsonb_to_recordset($3::jsonb) as draft (id uuid, kind text, at timestamptz)`,
};

/** Replaces what waits for a subject, in the transaction that changes it. */
export async function setTimers(
  tx: Transaction,
  subject: { readonly districtCode: string; readonly id: string },
  drafts: readonly TimerDraft[],
): Promise<void> {
  await tx.query(CLEAR, [subject.id]);
  if (drafts.length === 0) return;
  const rows = drafts.map((draft) => ({ id: uuid(), ...draft }));
  await tx.query(SET, [subject.districtCode, subject.id, JSON.stringify(rows)]);
}
