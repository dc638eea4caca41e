import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { type CollectionField, type CollectionRow, type ExportFilter, MOST_EXPORT_ROWS, type RequestExport } from '@wangge/contracts';
import { areasOf, covers, isShownMasked, type Language, type RegisterDefinition, type Viewer } from '@wangge/domain';
import { apiError, notFound } from '../../../platform/http/errors.js';
import { CollectionsService } from '../../collections/index.js';
import { type RecordFilter, RecordPages, RegisterCatalogue } from '../../registers/index.js';
import { collectionWorkbook, exportWorkbook } from './export-workbook.js';
import type { StoredExport } from './stored-export.js';

/** What an export is of, before somebody has asked for it. */
export type ExportSource = Pick<
  StoredExport,
  'register' | 'collectionId' | 'title' | 'scope' | 'columns' | 'personal' | 'filter' | 'isFiltered' | 'rows'
>;

const ROWS_AT_ONCE = 100;

/** Where the rows of an export come from: a register's list, or a table that was made of registers (一表通). */
@Injectable()
export class ExportSources {
  constructor(
    private readonly pages: RecordPages,
    private readonly catalogue: RegisterCatalogue,
    private readonly collections: CollectionsService,
  ) {}

  async ofRegister(viewer: Viewer, register: string, asked: Omit<RequestExport, 'id' | 'reason'>): Promise<ExportSource> {
    const definition = (await this.catalogue.of(viewer)).get(register);
    const scope = scopeOf(viewer, asked.filter.scope);
    const filter = { ...asked.filter, scope };
    const columns = columnsOf(definition, asked.columns);
    const rows = await this.pages.count(viewer, register, textsOf(filter), MOST_EXPORT_ROWS);
    if (rows > MOST_EXPORT_ROWS) throw apiError('export.too-large');
    const personal = columns.filter((name) => definition.fields.some((field) => field.name === name && isShownMasked(field)));
    const isFiltered = Object.keys(filter).length > 1;
    return { register, collectionId: null, title: null, scope, columns, personal, filter, isFiltered, rows };
  }

  async ofCollection(viewer: Viewer, id: string): Promise<ExportSource> {
    const { title, register, scope, fields, isFiltered, rows } = await this.collections.get(viewer, id);
    return {
      register,
      collectionId: id,
      title,
      scope: scopeOf(viewer, scope),
      columns: fields.map(({ key }) => key),
      personal: fields.filter(({ field }) => isShownMasked(field)).map(({ key }) => key),
      filter: { scope },
      isFiltered,
      rows,
    };
  }

  /** As the registers have it now, under what the viewer may see now. */
  async workbook(viewer: Viewer, given: StoredExport, at: string, language: Language): Promise<{ readonly name: string; readonly stream: Readable }> {
    const mark = { ...given, accountName: viewer.name, at };
    if (given.collectionId !== null) {
      const { title, fields } = await this.collections.get(viewer, given.collectionId);
      const asked = fields.filter(({ key }) => given.columns.includes(key));
      const rows = this.rowsOf(viewer, given.collectionId);
      return { name: title, stream: Readable.from(collectionWorkbook({ title, fields: asked }, mark, rows, language)) };
    }
    const definition = (await this.catalogue.of(viewer)).get(given.register);
    const pages = this.pages.read(viewer, given.register, textsOf(given.filter), given.columns);
    return { name: definition.label[language], stream: Readable.from(exportWorkbook(definition, mark, pages, language)) };
  }

  private async *rowsOf(viewer: Viewer, id: string): AsyncGenerator<CollectionRow[]> {
    let cursor: string | undefined;
    do {
      const { items, nextCursor } = await this.collections.rows(viewer, id, { cursor, perPage: ROWS_AT_ONCE });
      cursor = nextCursor ?? undefined;
      yield items;
    } while (cursor !== undefined);
  }
}

export type ExportedTable = { readonly title: string; readonly fields: readonly CollectionField[] };

/** The area whose records are asked for: one of the viewer's own, or a node within; any other does not exist for him. */
function scopeOf(viewer: Viewer, asked: string | undefined): string {
  const areas = [...areasOf(viewer, 'register.export')].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  const scope = asked === undefined ? areas[0] : areas.some((area) => covers(area, asked)) ? asked : undefined;
  if (scope === undefined) throw notFound();
  return scope;
}

/** Each once, and only what the register has. */
function columnsOf({ fields }: RegisterDefinition, asked: readonly string[]): string[] {
  const columns = [...new Set(asked)];
  const unknown = columns.findIndex((name) => !fields.some((field) => field.name === name));
  if (unknown >= 0) throw apiError('request.invalid', { fields: [{ path: `body.columns.${unknown}`, rule: 'unknown' }] });
  return columns;
}

const textsOf = (filter: ExportFilter): RecordFilter =>
  Object.fromEntries(Object.entries(filter).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
