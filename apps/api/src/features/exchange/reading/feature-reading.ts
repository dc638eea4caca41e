import { isUtf8 } from 'node:buffer';
import {
  type Column,
  featureReader,
  filledByFile,
  plainText,
  propertyTexts,
  readProperties,
  type RegisterDefinition,
  type RowReading,
} from '@wangge/domain';
import { BrokenJson, JsonSlices, type Slice } from './json-slices.js';
import { type ReadRow, TableError, type TableHead, type TableOptions } from './table-reading.js';

/** Of what one portion is made of: few enough that no step of the server's own loop takes long. */
const PORTION = { rows: 250, bytes: 1024 * 1024 };
/** More was drawn by no hand: the rules refuse such a shape anyway, and here before anything is made of it. */
const LARGEST_FEATURE = 4 * 1024 * 1024;
/** A feature with a polygon of many parts needs six. */
const DEEPEST_FEATURE = 20;
const MOST_PROPERTIES = 300;

/** WGS-84, in longitude and latitude, under the names that programs write; CGCS2000 is the same within a metre. */
const KNOWN_SYSTEMS = /(CRS:?84|EPSG:{1,2}([\d.]*:)?(4326|4490))$/i;

type Members = Readonly<Record<string, unknown>>;

/** Whether a file is text that begins like JSON, whatever it is called. */
export function beginsLikeJson(content: Buffer): boolean {
  const json = new JsonSlices(content.subarray(0, 1024));
  return json.isObject() || json.isList(json);
}

/**
 * Reads the features of a GeoJSON file as the rows of a register, one after the other: the file lies in memory as it
 * came, and no more is made of it than of one portion.
 */
export class FeatureReading {
  private count = 0;

  private constructor(
    private readonly features: Iterator<Slice>,
    private readonly json: JsonSlices,
    private readonly said: { readonly names: readonly string[]; readonly constants: Members },
    readonly head: TableHead,
    private readonly read: (feature: Members) => RowReading,
  ) {}

  static open(content: Buffer, definition: RegisterDefinition, options: TableOptions): FeatureReading {
    if (definition.geometry === 'none') throw new TableError('no-geometry');
    if (!isUtf8(content)) throw new TableError('not-geojson');
    const json = new JsonSlices(content);
    const features = whole(() => featuresOf(json));
    const names = whole(() => propertyNames(json, features, options.mostRows));
    const { columns, unknown, twice } = readProperties(definition, names);
    if (twice.length > 0) throw new TableError('columns-twice');
    if (columns.size === 0) throw new TableError('no-properties');
    const filled = filledByFile(definition, columns, whole(() => collectionName(json)));
    const all = [...names, ...filled.map(({ field }) => field.name)];
    const more = filled.map(({ field }, index) => [names.length + index, { name: field.name, field }] as const);
    const known = new Map<number, Column>([...columns, ...more]);
    const head = {
      titles: all.map((name) => plainText(name).slice(0, 60)),
      columns: [...known].map(([index, { name }]) => [index, name] as const),
      unknown: [...unknown],
    };
    const constants = Object.fromEntries(filled.map(({ field, value }) => [field.name, value]));
    return new FeatureReading(features()[Symbol.iterator](), json, { names: all, constants }, head, featureReader(definition, all, known, options));
  }

  /** The next features; none when there are no more. */
  next(): ReadRow[] {
    const rows: ReadRow[] = [];
    for (let bytes = 0; rows.length < PORTION.rows && bytes < PORTION.bytes; ) {
      const { value: slice, done } = this.features.next();
      if (done) break;
      bytes += slice.end - slice.start;
      rows.push(this.row(slice));
    }
    return rows;
  }

  private row(slice: Slice): ReadRow {
    this.count += 1;
    const found = featureAt(this.json, slice);
    if (typeof found === 'string') return { number: this.count, texts: [], reading: refused(found) };
    const { names, constants } = this.said;
    const feature: Members = { ...found, properties: { ...(isMembers(found.properties) ? found.properties : {}), ...constants } };
    const reading = feature.type === 'Feature' ? this.read(feature) : refused('feature-broken');
    return { number: this.count, texts: propertyTexts(names, feature), reading };
  }
}

type Refusal = 'feature-broken' | 'feature-too-large' | 'feature-too-deep';

/** What a feature says; the rule it breaks where nothing can be made of it. */
function featureAt(json: JsonSlices, slice: Slice): Members | Refusal {
  if (slice.end - slice.start > LARGEST_FEATURE) return 'feature-too-large';
  if (slice.depth > DEEPEST_FEATURE) return 'feature-too-deep';
  try {
    const value: unknown = JSON.parse(json.text(slice));
    return isMembers(value) ? value : 'feature-broken';
  } catch {
    return 'feature-broken';
  }
}

const refused = (rule: Refusal): RowReading => ({
  ...{ values: {}, references: {}, point: null, shape: null, gridCode: null },
  faults: [{ column: null, rule }],
});

/** A collection's features, or the one that the file is; to be walked more than once. */
function featuresOf(json: JsonSlices): () => Iterable<Slice> {
  if (!json.isObject()) throw new TableError('not-geojson');
  const members = new Map<string, Slice>();
  for (const [name, value] of json.members(json.start)) {
    // Which of two members of one name counts is not for the file to play with.
    if (members.has(name)) throw new TableError('not-geojson');
    if (members.size < 100) members.set(name, value);
  }
  requireKnownSystem(json, members.get('crs'));
  const [type, features] = [textAt(json, members.get('type')), members.get('features')];
  if (type === '"Feature"') return () => [json.whole()];
  if (type !== '"FeatureCollection"' || !features || !json.isList(features)) throw new TableError('not-geojson');
  return () => json.elements(features.start);
}

const textAt = (json: JsonSlices, slice: Slice | undefined): string | undefined =>
  slice && slice.end - slice.start < 1000 ? json.text(slice) : undefined;

/** RFC 7946 knows one system; older files may name theirs, and it has to be that one. */
function requireKnownSystem(json: JsonSlices, slice: Slice | undefined): void {
  if (!slice) return;
  const text = textAt(json, slice);
  if (text === 'null') return;
  const name = /"name"\s*:\s*"([^"]{1,200})"\s*\}/.exec(text ?? '')?.[1];
  if (name === undefined || !KNOWN_SYSTEMS.test(name)) throw new TableError('foreign-crs');
}

/** What the collection is called: programs write the layer's name there. */
function collectionName(json: JsonSlices): string | undefined {
  for (const [name, value] of json.members(json.start)) {
    if (name !== 'name') continue;
    const text = textAt(json, value);
    return text?.startsWith('"') ? parsedText(text) : undefined;
  }
  return undefined;
}

function parsedText(text: string): string | undefined {
  try {
    return String(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** The names of all properties, in the order in which they are met. Also counts the features. */
function propertyNames(json: JsonSlices, features: () => Iterable<Slice>, mostRows: number): string[] {
  const names = new Set<string>();
  let count = 0;
  for (const slice of features()) {
    count += 1;
    if (count > mostRows) throw new TableError('too-many-rows');
    const feature = featureAt(json, slice);
    if (typeof feature === 'string' || !isMembers(feature.properties)) continue;
    for (const name of Object.keys(feature.properties)) if (names.size < MOST_PROPERTIES) names.add(name);
  }
  if (count === 0) throw new TableError('empty');
  return [...names];
}

/** What is no JSON at its outermost is no file of features. */
function whole<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof BrokenJson ? new TableError('not-geojson') : error;
  }
}

const isMembers = (value: unknown): value is Members => typeof value === 'object' && value !== null && !Array.isArray(value);
