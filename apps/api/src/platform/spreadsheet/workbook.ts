import path from 'node:path';
import { Archive, type ArchiveLimits } from './archive.js';
import { readMerges } from './merged-cells.js';
import { readDateStyles } from './number-formats.js';
import { readSharedStrings } from './shared-strings.js';
import { type SheetRow, SheetRows } from './sheet-rows.js';
import { SpreadsheetError } from './spreadsheet-error.js';
import { attribute, parseXml } from './xml.js';

export interface Sheet {
  readonly name: string;
  readonly isHidden: boolean;
  readonly part: string;
}

const MOST_SHEETS = 200;
const MOST_COLUMNS = 500;
const MACRO = /macroEnabled|vnd\.ms-office\.vbaProject/i;

type Relations = ReadonlyMap<string, { readonly type: string; readonly target: string }>;

/** An .xlsx file of Excel, WPS or LibreOffice, read in a stream: rows come and go, the shared texts stay. */
export class Workbook {
  private strings: readonly string[] | undefined;

  private constructor(
    private readonly archive: Archive,
    private readonly relations: Relations,
    readonly sheets: readonly Sheet[],
    readonly is1904: boolean,
    private readonly isDateStyle: readonly boolean[],
  ) {}

  /** Throws `SpreadsheetError` for whatever is no plain workbook, or too large a one. */
  static async open(content: Buffer, limits?: ArchiveLimits): Promise<Workbook> {
    const archive = await Archive.open(content, limits);
    await refuseMacros(archive);
    const root = [...(await readRelations(archive, '')).values()].find(({ type }) => type === 'officeDocument')?.target;
    if (root === undefined) throw new SpreadsheetError('not-a-workbook');
    const relations = await readRelations(archive, root);
    const { sheets, is1904 } = await readSheets(archive, root, relations);
    return new Workbook(archive, relations, sheets, is1904, await readDateStyles(archive, partOf(relations, 'styles')));
  }

  /** The rows in which something stands, in portions. Whoever stops early leaves the rest unread. */
  async *rows({ part }: Sheet): AsyncGenerator<readonly SheetRow[]> {
    this.strings ??= await readSharedStrings(this.archive, partOf(this.relations, 'sharedStrings'));
    const merges = await readMerges(this.archive, part);
    const { strings, isDateStyle, is1904 } = this;
    const rows = new SheetRows({ strings, isDateStyle, is1904, merges, columns: MOST_COLUMNS });
    for await (const chunk of this.archive.read(part)) {
      const ready = rows.write(chunk);
      if (ready.length > 0) yield ready;
    }
    yield rows.end();
  }
}

async function refuseMacros(archive: Archive): Promise<void> {
  if (archive.names.some((name) => /vbaProject\.bin$/i.test(name))) throw new SpreadsheetError('macros');
  await parseXml(archive.read('[Content_Types].xml'), {
    open: (_, { ContentType = '' }) => {
      if (MACRO.test(ContentType)) throw new SpreadsheetError('macros');
    },
  });
}

/** What a part points at inside the archive; targets outside of it are none of ours. */
async function readRelations(archive: Archive, part: string): Promise<Relations> {
  const folder = path.posix.dirname(part);
  const name = path.posix.join(folder, '_rels', `${path.posix.basename(part)}.rels`);
  const found = new Map<string, { type: string; target: string }>();
  if (!archive.has(name)) return found;
  await parseXml(archive.read(name), {
    open: (_, { Id, Type = '', Target = '', TargetMode }) => {
      if (Id === undefined || TargetMode === 'External') return;
      const target = Target.startsWith('/') ? Target.slice(1) : path.posix.join(folder, Target);
      found.set(Id, { type: Type.slice(Type.lastIndexOf('/') + 1), target });
    },
  });
  return found;
}

const partOf = (relations: Relations, type: string): string | undefined =>
  [...relations.values()].find((relation) => relation.type === type)?.target;

async function readSheets(archive: Archive, root: string, relations: Relations) {
  const sheets: Sheet[] = [];
  let is1904 = false;
  await parseXml(archive.read(root), {
    open: (name, attributes) => {
      if (name === 'workbookPr') is1904 = ['1', 'true'].includes(attributes.date1904 ?? '');
      if (name !== 'sheet') return;
      const relation = relations.get(attribute(attributes, 'id') ?? '');
      if (relation?.type !== 'worksheet' || !archive.has(relation.target)) return;
      const isHidden = (attributes.state ?? 'visible') !== 'visible';
      sheets.push({ name: attributes.name ?? '', isHidden, part: relation.target });
      if (sheets.length > MOST_SHEETS) throw new SpreadsheetError('too-large');
    },
  });
  if (sheets.length === 0) throw new SpreadsheetError('not-a-workbook');
  return { sheets, is1904 };
}
