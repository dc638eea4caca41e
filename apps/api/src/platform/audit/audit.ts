import type { Transaction } from '../database/transaction.js';

/** What is kept of one deed. `details` holds names of fields, codes and reasons, never a personal value. */
export interface AuditEntry {
  readonly at: string;
  readonly actorId: string | null;
  readonly actorName: string;
  /** e.g. `register.reveal`. */
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly districtCode: string;
  readonly details: Readonly<Record<string, unknown>>;
}

const APPEND = {
  name: 'audit.append',
  text: `insert into audit_entry (at, actor_id, actor_name, action, subject_type, subject_id, district_code, details)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
};

/** Keeps a deed in the transaction that does it: neither is there without the other. */
export async function appendAudit(tx: Transaction, entry: AuditEntry): Promise<void> {
  const { at, actorId, actorName, action, subjectType, subjectId, districtCode, details } = entry;
  const values = [at, actorId, actorName, action, subjectType, subjectId, districtCode, JSON.stringify(details)];
  await tx.query(APPEND, values);
}

/** $1 entries in JSON. */
const APPEND_MANY = {
  name: 'audit.append-many',
  text: `insert into audit_entry (at, actor_id, actor_name, action, subject_type, subject_id, district_code, details)
         select at, "actorId", "actorName", action, "subjectType", "subjectId", "districtCode", details
           from jsonb_to_recordset($1::jsonb) as e (at timestamptz, "actorId" uuid, "actorName" text, action text, "subjectType" text,
                "subjectId" uuid, "districtCode" text, details jsonb)`,
};

/** Keeps many deeds with one statement, in the order given. */
export async function appendAudits(tx: Transaction, entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length > 0) await tx.query(APPEND_MANY, [JSON.stringify(entries)]);
}
