import {
  CollectionColumn,
  type CollectionPart,
  CollectionQuestion,
  type CollectionState,
  type CollectionSummary,
} from '@wangge/contracts';
import { placeNameOf } from '@wangge/domain';
import { z } from 'zod';

const Columns = z.array(CollectionColumn);
const Questions = z.array(CollectionQuestion);

export interface CollectionDbRow {
  readonly district_code: string;
  readonly id: string;
  readonly version: number;
  readonly scope_code: string;
  readonly scope_name: string | null;
  readonly title: string;
  readonly register: string;
  readonly columns: unknown;
  readonly questions: unknown;
  readonly is_filtered: boolean;
  readonly due_on: string | null;
  readonly state: CollectionState;
  readonly row_count: number;
  readonly author_name: string;
  readonly created_at: Date;
  readonly ended_at: Date | null;
  readonly items: number;
  readonly done: number;
}

/** A table as it is kept. */
export interface StoredCollection extends CollectionSummary {
  readonly districtCode: string;
  readonly columns: readonly CollectionColumn[];
  readonly questions: readonly CollectionQuestion[];
}

export const toStored = (row: CollectionDbRow): StoredCollection => ({
  districtCode: row.district_code,
  id: row.id,
  version: row.version,
  scope: row.scope_code,
  scopeName: placeNameOf(row.scope_name ?? row.scope_code),
  title: row.title,
  register: row.register,
  columns: Columns.parse(row.columns),
  questions: Questions.parse(row.questions),
  isFiltered: row.is_filtered,
  dueOn: row.due_on,
  state: row.state,
  rows: row.row_count,
  author: row.author_name,
  createdAt: row.created_at.toISOString(),
  endedAt: row.ended_at?.toISOString() ?? null,
  items: row.items,
  done: row.done,
});

/** Without what only the table's own page needs. */
export const toSummary = ({ districtCode: _d, columns: _c, questions: _q, ...summary }: StoredCollection): CollectionSummary => summary;

export interface PartDbRow {
  readonly district_code: string;
  readonly id: string;
  readonly collection_id: string;
  readonly grid_code: string;
  readonly items: number;
  readonly done: number;
  readonly place_district: string;
  readonly place_street: string;
  readonly place_community: string;
  readonly place_grid: string;
  readonly lng: number;
  readonly lat: number;
}

export const namesOf = (row: PartDbRow): CollectionPart['names'] => ({
  district: row.place_district,
  street: row.place_street,
  community: placeNameOf(row.place_community),
  grid: row.place_grid,
});
