import { Injectable } from '@nestjs/common';
import { CollectionQuestion, type CollectionState, type FieldValues } from '@wangge/contracts';
import type { Lens } from '@wangge/domain';
import { z } from 'zod';
import type { Statement, Transaction } from '../../platform/database/index.js';
import { withinRegister } from '../registers/index.js';
import type { PartDbRow } from './stored-collection.js';

/** A record in which something is missing. */
export interface StoredItem {
  readonly register: string;
  readonly id: string;
  readonly open: readonly string[];
  readonly questions: readonly string[];
}
/** The same, held, with what decides about it. */
export interface HeldItem extends StoredItem {
  readonly collectionId: string;
  readonly gridCode: string;
  readonly asked: readonly string[];
  readonly isDone: boolean;
  readonly state: CollectionState;
  readonly form: readonly CollectionQuestion[];
}
interface HeldRow extends Omit<HeldItem, 'form'> {
  readonly form: unknown;
}
export interface ItemCursor {
  readonly register: string;
  readonly id: string;
}

const Form = z.array(CollectionQuestion);

/** $1 collection, $2 unit grid, $3 and $4 after which record, $5 how many; `within` from $6 on. */
const open = (within: string): Statement => ({
  name: 'collections.open-items',
  text: `select i.register, i.record_id as id, i.open, i.questions from collection_item as i
          where i.collection_id = $1 and i.grid_code = $2 and i.done_at is null
            and (i.register, i.record_id) > ($3, $4::uuid) and ${within}
          order by i.register, i.record_id limit $5`,
});

/** $1 collection, $2 register, $3 record; `within` from $4 on. */
const one = (within: string): Statement => ({
  name: 'collections.one-item',
  text: `select i.register, i.record_id as id, i.open, i.questions from collection_item as i
          where i.collection_id = $1 and i.register = $2 and i.record_id = $3 and ${within}`,
});

/** $1 district, $2 register, $3 record: of every table that asks something of it, held in one order. */
const HOLD: Statement = {
  name: 'collections.hold-items',
  text: `select i.collection_id as "collectionId", i.register, i.record_id as id, i.grid_code as "gridCode", i.asked, i.open, i.questions,
                i.done_at is not null as "isDone", c.state, c.questions as form
           from collection_item as i join collection as c on c.district_code = i.district_code and c.id = i.collection_id
          where i.district_code = $1 and i.register = $2 and i.record_id = $3
          order by i.collection_id for update of i`,
};

/** $1 district, $2 collection, $3 register, $4 record, $5 open fields, $6 open questions, $7 now, $8 who. */
const STORE: Statement = {
  name: 'collections.store-item',
  text: `update collection_item
            set open = $5::text[], questions = $6::text[], updated_at = $7,
                done_at = case when cardinality($5::text[]) + cardinality($6::text[]) = 0 then $7::timestamptz end,
                done_by = case when cardinality($5::text[]) + cardinality($6::text[]) = 0 then $8::uuid end
          where district_code = $1 and collection_id = $2 and register = $3 and record_id = $4`,
};

/** $1 district, $2 collection, $3 unit grid, $4 how many more are done: where none is left, its id. */
const COUNT: Statement = {
  name: 'collections.count-done',
  text: `update collection_part set done = done + $4 where district_code = $1 and collection_id = $2 and grid_code = $3
         returning case when done = items then id end as id`,
};

/** $1 district, $2 collection, $3 record, $4 answers in JSON, $5 now. */
const ANSWER: Statement = {
  name: 'collections.answer',
  text: `update collection_row set answers = answers || $4::jsonb, updated_at = $5
          where district_code = $1 and collection_id = $2 and record_id = $3`,
};

@Injectable()
export class ItemsRepository {
  list(tx: Transaction, lens: Lens, part: PartDbRow, after: ItemCursor | undefined, most: number): Promise<StoredItem[]> {
    const { sql, values } = withinRegister(lens, 'i', 6);
    const cursor = after ?? { register: '', id: '00000000-0000-0000-0000-000000000000' };
    return tx.query<StoredItem>(open(sql), [part.collection_id, part.grid_code, cursor.register, cursor.id, most, ...values]);
  }

  async find(tx: Transaction, lens: Lens, collectionId: string, { register, id }: ItemCursor): Promise<StoredItem | undefined> {
    const { sql, values } = withinRegister(lens, 'i', 4);
    const [row] = await tx.query<StoredItem>(one(sql), [collectionId, register, id, ...values]);
    return row;
  }

  async hold(tx: Transaction, districtCode: string, { register, id }: ItemCursor): Promise<HeldItem[]> {
    const rows = await tx.query<HeldRow>(HOLD, [districtCode, register, id]);
    return rows.map(({ form, ...row }) => ({ ...row, form: Form.parse(form) }));
  }

  async store(
    tx: Transaction,
    districtCode: string,
    { collectionId, register, id, open: fields, questions }: StoredItem & { readonly collectionId: string },
    at: string,
    by: string,
  ): Promise<void> {
    await tx.query(STORE, [districtCode, collectionId, register, id, fields, questions, at, by]);
  }

  /** The id of the part, where it is complete now. */
  async count(
    tx: Transaction,
    districtCode: string,
    { collectionId, gridCode }: Pick<HeldItem, 'collectionId' | 'gridCode'>,
    more: number,
  ): Promise<string | null> {
    const [row] = await tx.query<{ id: string | null }>(COUNT, [districtCode, collectionId, gridCode, more]);
    return row?.id ?? null;
  }

  async answer(tx: Transaction, districtCode: string, collectionId: string, recordId: string, answers: FieldValues, at: string): Promise<void> {
    await tx.query(ANSWER, [districtCode, collectionId, recordId, JSON.stringify(answers), at]);
  }
}
