import type { FieldValues, Point, Shape } from '@wangge/contracts';
import type { RegisterDefinition } from '../registers/definition.js';
import { type ParsedValues, valuesParser } from '../registers/record-schema.js';
import type { ValueOptions } from '../registers/value-schema.js';
import { type Cell, cellText, isBlank } from './cell.js';
import type { RowFault } from './cell-rules.js';
import type { Column } from './columns.js';
import { plainText } from './plain-text.js';
import { hasLostDigits, readCell } from './read-cell.js';

/** What a row says of a record. Blank cells say nothing: what is there stays as it is. */
export interface RowReading {
  /** As they are stored; references are missing. */
  readonly values: FieldValues;
  /** The texts that name other records, by field. */
  readonly references: Readonly<Record<string, string>>;
  readonly point: Point | null;
  /** A line or an area, where the file can say one; as it came, not yet looked at by the database. */
  readonly shape: Shape | null;
  readonly gridCode: string | null;
  readonly faults: readonly RowFault[];
}

/**
 * A cell as it is written into a table that is given back: a day as a day, also where the program kept but its serial
 * number, since that means nothing once it is a text.
 */
export function shownText(column: Column | undefined, cell: Cell, is1904: boolean): string {
  if (typeof cell !== 'number' || column?.field?.kind !== 'date') return cellText(cell);
  const reading = readCell(column.field, cell, is1904);
  return 'value' in reading ? String(reading.value) : cellText(cell);
}

/** A reader of rows, made once for a file: by the definition, today's rules, and the columns found in the header. */
export function rowReader(
  definition: RegisterDefinition,
  columns: ReadonlyMap<number, Column>,
  options: ValueOptions & { readonly is1904: boolean },
): (cells: readonly Cell[]) => RowReading {
  const parse = valuesParser(definition, 'change', options);
  return (cells) => {
    const given: FieldValues = {};
    const references: Record<string, string> = {};
    const faults: RowFault[] = [];
    const places = new Map<string, Cell>();
    for (const [index, column] of columns) {
      const cell = cells[index] ?? null;
      if (isBlank(cell)) continue;
      if (!column.field) places.set(column.name, cell);
      else {
        const reading = readCell(column.field, cell, options.is1904);
        if ('rule' in reading) faults.push({ column: column.name, rule: reading.rule });
        else if (column.field.kind === 'reference' && reading.value !== null) references[column.name] = String(reading.value);
        else if (reading.value !== null) given[column.name] = reading.value;
      }
    }
    const place = readPlace(definition, places);
    const { values, faults: broken } = withFaults(parse(given));
    return { values, references, ...place, shape: null, faults: [...place.faults, ...faults, ...broken] };
  };
}

function withFaults(parsed: ParsedValues): { values: FieldValues; faults: readonly RowFault[] } {
  if ('values' in parsed) return { values: parsed.values, faults: [] };
  return { values: {}, faults: parsed.faults.map(({ path, rule }) => ({ column: path, rule })) };
}

type Place = Pick<RowReading, 'point' | 'gridCode' | 'faults'>;

function readPlace({ geometry }: RegisterDefinition, cells: ReadonlyMap<string, Cell>): Place {
  return geometry === 'point' ? readPoint(cells) : readGridCode(cells.get('gridCode') ?? null);
}

function readPoint(cells: ReadonlyMap<string, Cell>): Place {
  const [lng, lat] = [readDegrees(cells.get('lng') ?? null), readDegrees(cells.get('lat') ?? null)];
  const nowhere = { point: null, gridCode: null };
  if (lng === null && lat === null) return { ...nowhere, faults: [] };
  if (lng === null || lat === null) return { ...nowhere, faults: [{ column: lng === null ? 'lng' : 'lat', rule: 'place-half' }] };
  const wrong = [Number.isNaN(lng) && 'lng', Number.isNaN(lat) && 'lat'].filter((name) => name !== false);
  if (wrong.length > 0) return { ...nowhere, faults: wrong.map((column) => ({ column, rule: 'place-form' })) };
  return { point: { lng, lat }, gridCode: null, faults: [] };
}

/** Degrees as a decimal number; NaN where it is none. */
function readDegrees(cell: Cell): number | null {
  if (isBlank(cell)) return null;
  if (typeof cell === 'number') return Math.abs(cell) <= 180 ? cell : Number.NaN;
  const text = plainText(cellText(cell)).normalize('NFKC');
  const degrees =
    /^-?\d{1,3}(\.\d{1,15})?°?$/.test(text) && typeof cell === 'string' ? Number(text.replace('°', '')) : Number.NaN;
  return Math.abs(degrees) <= 180 ? degrees : Number.NaN;
}

/** A unit grid has 15 digits, just as many as a spreadsheet keeps of a number; whatever else it is, is not guessed at. */
function readGridCode(cell: Cell): Place {
  const nowhere = { point: null, gridCode: null };
  if (isBlank(cell)) return { ...nowhere, faults: [] };
  const code = plainText(cellText(cell)).normalize('NFKC').replace(/\s/g, '');
  const isCode = /^\d{15}$/.test(code) && !hasLostDigits(cell) && (typeof cell === 'string' || typeof cell === 'number');
  return isCode
    ? { point: null, gridCode: code, faults: [] }
    : { ...nowhere, faults: [{ column: 'gridCode', rule: 'place-form' }] };
}
