import type { AuditEntryDetail, AuditEntryView, Label } from '@wangge/contracts';
import type { Registers } from '../registers/index.js';

export interface TrailRow {
  readonly position: string;
  readonly at: Date;
  readonly actor_id: string | null;
  readonly actor_name: string;
  readonly action: string;
  readonly subject_type: string;
  readonly subject_id: string;
  readonly district_code: string;
  readonly details: Readonly<Record<string, unknown>>;
  readonly link: string | null;
  readonly previous_hash: string | null;
  readonly hash: string | null;
}

export const toEntry = (row: TrailRow, registers: Registers): AuditEntryView => ({
  position: row.position,
  at: row.at.toISOString(),
  actorId: row.actor_id,
  actor: row.actor_name,
  action: row.action,
  subjectType: row.subject_type,
  subjectId: row.subject_id,
  districtCode: row.district_code,
  details: { ...row.details },
  labels: labelsOf(row, registers),
  link: row.link === null ? null : Number(row.link),
});

export const toEntryDetail = (row: TrailRow, registers: Registers): AuditEntryDetail => ({
  ...toEntry(row, registers),
  previousHash: row.previous_hash,
  hash: row.hash,
});

/** What the register and its fields are called: an auditor reads no register, and knows no names of columns. */
function labelsOf({ subject_type: register, details }: TrailRow, registers: Registers): Record<string, Label> {
  const definition = registers.find(register);
  if (!definition) return {};
  const named = [details.fields, details.columns].flatMap((names) => (Array.isArray(names) ? names : []));
  const fields = definition.fields.filter(({ name }) => named.includes(name));
  return Object.fromEntries([[register, definition.label], ...fields.map(({ name, label }) => [name, label] as const)]);
}
