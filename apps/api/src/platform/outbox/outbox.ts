import type { Transaction } from '../database/transaction.js';

/** News of something that has happened, named in the past tense. Ids and codes only, no personal data. */
export interface Fact<Payload = unknown> {
  readonly name: string;
  readonly districtCode: string;
  readonly payload: Payload;
}

export interface DeliveredFact extends Fact {
  /** Grows in the order of delivery. */
  readonly position: string;
  readonly at: string;
}

const APPEND = {
  name: 'outbox.append',
  text: 'insert into outbox (district_code, name, payload) values ($1, $2, $3)',
};

/** Saves a fact with the change it tells of; it is delivered after the commit. */
export async function appendFact(tx: Transaction, { districtCode, name, payload }: Fact): Promise<void> {
  await tx.query(APPEND, [districtCode, name, JSON.stringify(payload)]);
}
