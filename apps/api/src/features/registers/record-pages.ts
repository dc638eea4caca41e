import { Injectable } from '@nestjs/common';
import { RecordQuery, type RecordView } from '@wangge/contracts';
import type { Lens, RegisterDefinition, Viewer } from '@wangge/domain';
import { Database } from '../../platform/database/index.js';
import { RecordListRepository } from './record-list.repository.js';
import { RecordViews } from './record-views.js';
import { RegisterCatalogue } from './register-catalogue.js';
import { queryLens } from './tags/tag-lenses.js';

/** Decrypting a page must not keep others waiting. */
const PAGE = 100;
const OLDEST_FIRST = 'createdAt';

/** Which records, as in a list: an area, words, and filters by field. */
export type RecordFilter = Readonly<Record<string, string>>;

/** All records that a filter finds and a viewer may see, page by page in short transactions, masked as in any list. */
@Injectable()
export class RecordPages {
  constructor(
    private readonly database: Database,
    private readonly lists: RecordListRepository,
    private readonly views: RecordViews,
    private readonly catalogue: RegisterCatalogue,
  ) {}

  /** How many there are, up to `most` and one more. */
  async count(viewer: Viewer, register: string, filter: RecordFilter, most: number): Promise<number> {
    const definition = (await this.catalogue.of(viewer)).get(register);
    const lens = exportLens(viewer, definition, filter);
    if (!lens) return 0;
    return this.database.as(lens, (tx) => this.lists.count(tx, lens, definition, queryOf(filter), most));
  }

  /** Only the named fields are read; oldest first, so that what is added meanwhile comes at the end. */
  async *read(viewer: Viewer, register: string, filter: RecordFilter, fields: readonly string[]): AsyncGenerator<RecordView[]> {
    const registers = await this.catalogue.of(viewer);
    const definition = registers.get(register);
    const lens = exportLens(viewer, definition, filter);
    if (!lens) return;
    const shown = { ...definition, fields: definition.fields.filter(({ name }) => fields.includes(name)) };
    let cursor: string | undefined;
    do {
      const page = await this.page(lens, definition, shown, queryOf(filter, cursor));
      cursor = page.next;
      yield await this.database.as(lens, (tx) => this.views.list(tx, lens, registers, shown, page.records));
    } while (cursor !== undefined);
  }

  private async page(lens: Lens, definition: RegisterDefinition, shown: RegisterDefinition, query: RecordQuery) {
    const found = await this.database.as(lens, (tx) => this.lists.list(tx, lens, definition, query, shown));
    const records = found.slice(0, PAGE);
    const last = records.at(-1);
    return { records, next: found.length > PAGE && last ? this.lists.cursorAfter(definition, OLDEST_FIRST, last) : undefined };
  }
}

/** No file is made of who has a special tag, whoever asks for it. */
function exportLens(viewer: Viewer, definition: RegisterDefinition, filter: RecordFilter): Lens | undefined {
  const lens = queryLens(viewer, definition, queryOf(filter));
  return lens && 'tag' in lens && lens.tag === 'special' ? undefined : lens;
}

const queryOf = (filter: RecordFilter, cursor?: string): RecordQuery =>
  RecordQuery.parse({ ...filter, sort: OLDEST_FIRST, perPage: String(PAGE), ...(cursor === undefined ? {} : { cursor }) });
