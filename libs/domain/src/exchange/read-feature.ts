import { Shape } from '@wangge/contracts';
import type { FieldDefinition, RegisterDefinition } from '../registers/definition.js';
import { shapeFault } from '../registers/shapes.js';
import type { ValueOptions } from '../registers/value-schema.js';
import { type Cell, cellText } from './cell.js';
import type { RowFault } from './cell-rules.js';
import { type Column, readHeader } from './columns.js';
import { rowReader, type RowReading } from './read-row.js';

type Members = Readonly<Record<string, unknown>>;

/** The properties of features that fill fields of a register, by the names and the labels of the fields. */
export interface PropertyReading {
  readonly columns: ReadonlyMap<number, Column>;
  readonly unknown: readonly string[];
  readonly twice: readonly string[];
}

/** Where a feature is its geometry says: properties that are called like a place name nothing. */
export function readProperties(definition: RegisterDefinition, names: readonly string[]): PropertyReading {
  const named = names.map((name) => (isPlaceName(definition, name) ? '' : name));
  return readHeader(definition, named) ?? { columns: new Map<number, Column>(), unknown: names, twice: [] };
}

function isPlaceName(definition: RegisterDefinition, name: string): boolean {
  const column = readHeader(definition, [name])?.columns.get(0);
  return column !== undefined && column.field === undefined;
}

/** A field that no property fills, with what the file as a whole, or the definition, says for each of its features. */
export interface FilledField {
  readonly field: FieldDefinition;
  readonly value: string;
}

export function filledByFile(
  { layer, fields }: RegisterDefinition,
  columns: ReadonlyMap<number, Column>,
  fileName: string | undefined,
): readonly FilledField[] {
  if (!layer) return [];
  const said = new Map([...Object.entries(layer.otherwise), ...(fileName ? [[layer.nameField, fileName] as const] : [])]);
  for (const { name } of columns.values()) said.delete(name);
  return fields.flatMap((field) => {
    const value = said.get(field.name);
    return value === undefined ? [] : [{ field, value }];
  });
}

/** A reader of GeoJSON features, made once for a file: of their properties, in the order of `names`, and their geometry. */
export function featureReader(
  definition: RegisterDefinition,
  names: readonly string[],
  columns: ReadonlyMap<number, Column>,
  options: ValueOptions,
): (feature: Members) => RowReading {
  const read = rowReader(definition, columns, { ...options, is1904: false });
  return ({ properties, geometry }) => {
    const row = read(propertyCells(names, properties));
    const place = readGeometry(definition, geometry);
    return { ...row, ...place, faults: [...place.faults, ...row.faults.map(asProperty)] };
  };
}

/** The texts of the properties, as they are given back with what is wrong. */
export const propertyTexts = (names: readonly string[], { properties }: Members): string[] =>
  propertyCells(names, properties).map(cellText);

function propertyCells(names: readonly string[], properties: unknown): Cell[] {
  const given: Members = isMembers(properties) ? properties : {};
  return names.map((name) => (Object.hasOwn(given, name) ? toCell(given[name]) : null));
}

/** A value that is itself an object or a list says nothing a field could hold. */
function toCell(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return { error: Array.isArray(value) ? '[…]' : '{…}' };
}

const asProperty = (fault: RowFault): RowFault => (fault.rule === 'cell-error' ? { ...fault, rule: 'wrong-kind' } : fault);

type Place = Pick<RowReading, 'point' | 'shape' | 'gridCode' | 'faults'>;

const NOWHERE: Place = { point: null, shape: null, gridCode: null, faults: [] };
const refused = (rule: RowFault['rule']): Place => ({ ...NOWHERE, faults: [{ column: 'shape', rule }] });

/** Kinds of geometry that no register keeps. */
const OTHERS: ReadonlySet<unknown> = new Set(['MultiPoint', 'GeometryCollection']);

function readGeometry({ geometry }: RegisterDefinition, given: unknown): Place {
  if (given === null || given === undefined) return NOWHERE;
  if (!isMembers(given)) return refused('shape-broken');
  if (OTHERS.has(given.type)) return refused('shape-of-another-kind');
  const parsed = Shape.safeParse({ type: given.type, coordinates: given.coordinates });
  if (!parsed.success) return refused('shape-broken');
  const shape = parsed.data;
  if (geometry === 'point' && shape.type === 'Point') return readPoint(shape.coordinates);
  const fault = shapeFault(geometry, shape);
  return fault ? refused(fault) : { ...NOWHERE, shape };
}

function readPoint([lng = Number.NaN, lat = Number.NaN]: readonly number[]): Place {
  const isPossible = Math.abs(lng) <= 180 && Math.abs(lat) <= 180;
  // A latitude past 90 is let through to the locator, which can then say that the two were swapped.
  return isPossible ? { ...NOWHERE, point: { lng, lat } } : refused('shape-off-the-earth');
}

const isMembers = (value: unknown): value is Members => typeof value === 'object' && value !== null && !Array.isArray(value);
