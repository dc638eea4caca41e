import { Injectable } from '@nestjs/common';
import type { CollectionDraft, CollectionState, FieldValues } from '@wangge/contracts';
import type { Lens, Viewer } from '@wangge/domain';
import type { Transaction } from '../../platform/database/index.js';
import { withinRegister } from '../registers/index.js';
import * as sql from './collections.queries.js';
import type { Gathered } from './collection-gathering.js';
import { type CollectionDbRow, type PartDbRow, type StoredCollection, toStored } from './stored-collection.js';

export interface NewCollection {
  readonly id: string;
  readonly scope: string;
  readonly draft: CollectionDraft;
  readonly author: Viewer;
  readonly at: string;
}
type Key = Pick<StoredCollection, 'districtCode' | 'id'>;

/** Tables with their rows and progress. Read through the lens of whoever asks, written under the job lens. */
@Injectable()
export class CollectionsRepository {
  async find(tx: Transaction, lens: Lens, id: string): Promise<StoredCollection | undefined> {
    const { sql: within, values } = withinRegister(lens, 'c', 2);
    const [row] = await tx.query<CollectionDbRow>(sql.find(within), [id, ...values]);
    return row && toStored(row);
  }

  async list(tx: Transaction, lens: Lens): Promise<StoredCollection[]> {
    const { sql: within, values } = withinRegister(lens, 'c', 1);
    return (await tx.query<CollectionDbRow>(sql.list(within), values)).map(toStored);
  }

  /** Whether the id was free. */
  async insert(tx: Transaction, { id, scope, draft, author, at }: NewCollection): Promise<boolean> {
    const level = (length: number) => (scope.length >= length ? scope.slice(0, length) : null);
    const row = {
      district_code: author.districtCode,
      id,
      version: 1,
      scope_code: scope,
      street_code: level(9),
      community_code: level(12),
      grid_code: level(15),
      title: draft.title,
      register: draft.register,
      columns: draft.columns,
      questions: draft.questions,
      is_filtered: Object.keys(draft.filter).some((name) => name !== 'scope'),
      due_on: draft.dueOn,
      state: 'open' satisfies CollectionState,
      row_count: 0,
      author_id: author.accountId,
      author_name: author.name,
      created_at: at,
    };
    return (await tx.query(sql.INSERT, [JSON.stringify(row)])).length > 0;
  }

  /** Holds the table until the transaction ends. */
  async lock(tx: Transaction, id: string): Promise<{ readonly version: number; readonly state: CollectionState } | undefined> {
    const [row] = await tx.query<{ version: number; state: CollectionState }>(sql.LOCK, [id]);
    return row;
  }

  async end(tx: Transaction, { districtCode, id }: Key, state: CollectionState, at: string, by: string): Promise<void> {
    await tx.query(sql.END, [districtCode, id, state, at, by]);
  }

  /** What the table stands on and what is missing, as it is now. The same again changes nothing. */
  async lay(tx: Transaction, { districtCode, id }: Key, { subjects, items }: Gathered, at: string): Promise<void> {
    const rows = JSON.stringify(subjects.map((subject) => ({ id: subject.id, grid: subject.chain.gridCode })));
    const open = JSON.stringify(items.map(({ gridCode, ...item }) => ({ ...item, grid: gridCode })));
    await tx.query(sql.KEEP_ROWS, [districtCode, id, rows, at]);
    await tx.query(sql.KEEP_ITEMS, [districtCode, id, open, at]);
    await tx.query(sql.SETTLE_OTHERS, [districtCode, id, open, at]);
    await tx.query(sql.COUNT_PARTS, [districtCode, id]);
    await tx.query(sql.COUNT_ROWS, [districtCode, id, subjects.length]);
  }

  async rowIds(tx: Transaction, { districtCode, id }: Key): Promise<string[]> {
    return (await tx.query<{ id: string }>(sql.ROW_IDS, [districtCode, id])).map((row) => row.id);
  }

  rows(
    tx: Transaction,
    lens: Lens,
    id: string,
    { after, gridCode, most }: { readonly after: string; readonly gridCode: string | undefined; readonly most: number },
  ): Promise<{ readonly id: string; readonly answers: FieldValues }[]> {
    const { sql: within, values } = withinRegister(lens, 'r', 5);
    return tx.query(sql.rows(within), [id, after, gridCode ?? null, most, ...values]);
  }

  parts(tx: Transaction, lens: Lens, collectionId: string): Promise<PartDbRow[]> {
    const { sql: within, values } = withinRegister(lens, 'p', 2);
    return tx.query<PartDbRow>(sql.parts(within), [collectionId, ...values]);
  }

  async part(tx: Transaction, lens: Lens, id: string): Promise<PartDbRow | undefined> {
    const { sql: within, values } = withinRegister(lens, 'p', 2);
    const [row] = await tx.query<PartDbRow>(sql.part(within), [id, ...values]);
    return row;
  }
}
