import { Injectable } from '@nestjs/common';
import { BookName, EditionState, StandardLists } from '@wangge/contracts';
import type { Viewer } from '@wangge/domain';
import { z } from 'zod';
import type { Transaction } from '../../../platform/database/index.js';
import * as sql from './standard-editions.queries.js';

const SummaryRow = z.object({
  id: z.string(),
  book: BookName,
  number: z.int(),
  state: EditionState,
  version: z.int(),
  effective_on: z.string().nullable(),
  note: z.string(),
  rows: z.int(),
  updated_at: z.date(),
  updated_by_name: z.string(),
});
export type SummaryRow = z.infer<typeof SummaryRow>;

const EditionRow = SummaryRow.extend({ lists: StandardLists });
export type EditionRow = z.infer<typeof EditionRow>;

const PublishedRow = z.object({
  district_code: z.string(),
  book: BookName,
  number: z.int(),
  effective_on: z.string(),
  lists: StandardLists,
});
export type PublishedRow = z.infer<typeof PublishedRow>;

interface Writer {
  readonly at: string;
  readonly by: Viewer;
}
export interface NamedArea {
  readonly code: string;
  readonly name: string;
}

export const countRows = (lists: StandardLists): number => Object.values(lists).reduce((sum, rows) => sum + rows.length, 0);

@Injectable()
export class StandardEditionsRepository {
  async list(tx: Transaction, districtCode: string, book: BookName): Promise<SummaryRow[]> {
    return (await tx.query(sql.LIST, [districtCode, book])).map((row) => SummaryRow.parse(row));
  }

  async find(tx: Transaction, districtCode: string, id: string): Promise<EditionRow | undefined> {
    const [row] = await tx.query(sql.GET, [districtCode, id]);
    return row === undefined ? undefined : EditionRow.parse(row);
  }

  /** The edition published for the last day before a day. */
  async before(tx: Transaction, districtCode: string, book: BookName, day: string): Promise<EditionRow | undefined> {
    const [row] = await tx.query(sql.BEFORE, [districtCode, book, day]);
    return row === undefined ? undefined : EditionRow.parse(row);
  }

  async nextNumber(tx: Transaction, districtCode: string, book: BookName): Promise<number> {
    const [row] = await tx.query<{ number: number }>(sql.NEXT_NUMBER, [districtCode, book]);
    return row?.number ?? 1;
  }

  async insert(
    tx: Transaction,
    { id, book, number, lists }: { id: string; book: BookName; number: number; lists: StandardLists },
    { at, by }: Writer,
  ): Promise<void> {
    const values = [by.districtCode, id, book, number, JSON.stringify(lists), countRows(lists), at, by.accountId, by.name];
    await tx.query(sql.INSERT, values);
  }

  async lock(tx: Transaction, districtCode: string, id: string): Promise<{ version: number; state: string } | undefined> {
    const [row] = await tx.query<{ version: number; state: string }>(sql.LOCK, [districtCode, id]);
    return row;
  }

  async storeLists(tx: Transaction, id: string, lists: StandardLists, { at, by }: Writer): Promise<void> {
    await tx.query(sql.STORE_LISTS, [by.districtCode, id, JSON.stringify(lists), countRows(lists), at, by.accountId, by.name]);
  }

  async move(
    tx: Transaction,
    id: string,
    { state, effectiveOn, note }: { state: EditionState; effectiveOn: string | null; note: string },
    { at, by }: Writer,
  ): Promise<void> {
    await tx.query(sql.MOVE, [by.districtCode, id, state, effectiveOn, note, at, by.accountId, by.name]);
  }

  async published(tx: Transaction): Promise<PublishedRow[]> {
    return (await tx.query(sql.PUBLISHED)).map((row) => PublishedRow.parse(row));
  }

  areas(tx: Transaction, districtCode: string, grids: readonly string[]): Promise<NamedArea[]> {
    return tx.query<NamedArea>(sql.AREAS, [districtCode, grids]);
  }
}
