import { describe, expect, test } from '@jest/globals';
import { findRegister, type RegisterDefinition } from '@wangge/domain';
import fc from 'fast-check';
import { beginsLikeJson, FeatureReading } from './feature-reading.js';
import { JsonSlices } from './json-slices.js';
import type { ReadRow } from './table-reading.js';

function definitionOf(name: string): RegisterDefinition {
  const definition = findRegister(name);
  if (!definition) throw new Error(name);
  return definition;
}
const FEATURES = definitionOf('map-features');
const OPTIONS = { today: '2026-06-12', allowDemoDivision: false, mostRows: 1000, coordinates: 'wgs84' as const };
const PROPERTIES = { name: '消防通道', layer: '消防', theme: 'safety' };
const feature = (geometry: unknown, properties: unknown = PROPERTIES) => ({ type: 'Feature', properties, geometry });
const collection = (...features: unknown[]) => ({ type: 'FeatureCollection', name: '消防', features });
const open = (content: unknown, definition = FEATURES) =>
  FeatureReading.open(Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)), definition, OPTIONS);

function rowsOf(content: unknown, definition = FEATURES): ReadRow[] {
  const reading = open(content, definition);
  const rows: ReadRow[] = [];
  for (let next = reading.next(); next.length > 0; next = reading.next()) rows.push(...next);
  return rows;
}
const faultsOf = (content: unknown, definition = FEATURES) =>
  rowsOf(content, definition).map(({ reading }) => reading.faults.map(({ column, rule }) => `${column}: ${rule}`).join());
const RING = [
  [130.9, 45.3],
  [130.91, 45.3],
  [130.91, 45.31],
  [130.9, 45.3],
];

describe('a GeoJSON file', () => {
  test('is read as rows: properties by the names and labels of the fields, a geometry as the place', () => {
    const content = collection(
      feature({ type: 'Polygon', coordinates: [RING], bbox: [1, 2, 3, 4] }, { 要素名称: '甲', 图层名称: 'x', 专题: 'safety', 面积: 3 }),
      feature({ type: 'Point', coordinates: [130.9, 45.3, 12] }, { 要素名称: '乙', OBJECTID: 7 }),
      feature(null, {}),
    );
    const reading = open(content);
    expect(reading.head).toMatchObject({ titles: ['要素名称', '图层名称', '专题', '面积', 'OBJECTID'] });
    expect(rowsOf({ ...content, features: content.features.slice(0, 1) })).toMatchObject([
      { number: 1, texts: ['甲', 'x', 'safety', '3'], reading: { values: { name: '甲', layer: 'x' }, shape: { type: 'Polygon' }, gridCode: null } },
    ]);
  });

  test('gives its own name to the layer where no property names one, and a theme where none does', () => {
    const named = { ...collection(feature(null, { 名称: 1, name: '门' })), name: '消防通道2026' };
    expect(rowsOf(named)[0]).toMatchObject({ reading: { values: { name: '门', layer: '消防通道2026', theme: 'other' }, faults: [] } });
    expect(open(named).head).toMatchObject({ titles: ['名称', 'name', 'layer', 'theme'], unknown: ['名称'] });
    expect(rowsOf({ ...named, features: [feature(null, { name: '门', 图层名称: '甲', 专题: '安全' })] })[0]?.reading.values).toMatchObject({ layer: '甲', theme: 'safety' });
    expect(rowsOf({ ...named, name: '长'.repeat(61) })[0]?.reading.faults).toContainEqual({ column: 'layer', rule: 'too-long' });
    expect(rowsOf({ ...named, name: 7 })[0]?.reading.values).not.toHaveProperty('layer');
  });

  test.each([
    ['GeometryCollection', { type: 'GeometryCollection', geometries: [] }, 'shape: shape-of-another-kind'],
    ['another type than it says', { type: 'Polygon', coordinates: [130.9, 45.3] }, 'shape: shape-broken'],
    ['texts as numbers', { type: 'Point', coordinates: ['130.9', '45.3'] }, 'shape: shape-broken'],
    ['a projection', { type: 'Point', coordinates: [14_571_234, 5_667_890] }, 'shape: shape-off-the-earth'],
    ['an open ring', { type: 'Polygon', coordinates: [[...RING.slice(0, 3), [130.9, 45.32]]] }, 'shape: shape-open-ring'],
    ['100,000 corners', { type: 'LineString', coordinates: Array.from({ length: 100_000 }, (_, at) => [130.9 + at / 1e8, 45.3]) }, 'shape: shape-too-many-vertices'],
    ['no geometry', 'here', 'shape: shape-broken'],
  ])('names what is wrong with %s', (_, geometry, fault) => expect(faultsOf(collection(feature(geometry)))).toEqual([fault]));

  test('a line is none of an area’s register, and a point none of it', () => {
    const parcel = { code: 'P1', name: '地块', landUse: 'residential' };
    for (const geometry of [{ type: 'LineString', coordinates: RING }, { type: 'Point', coordinates: RING[0] }])
      expect(faultsOf(collection(feature(geometry, parcel)), definitionOf('parcels'))[0]).toContain('shape: shape-of-another-kind');
  });

  test('says of a register of points where each is, whatever its properties say', () => {
    const building = { code: 'B1', name: '楼', use: 'x', lng: 1, lat: 2, 经度: 3 };
    const at = (geometry: unknown) => rowsOf(collection(feature(geometry, building)), definitionOf('buildings'))[0]?.reading;
    expect(at({ type: 'Point', coordinates: [130.9, 45.3] })).toMatchObject({ point: { lng: 130.9, lat: 45.3 }, shape: null, gridCode: null });
    // Swapped: the locator says so, which knows where the district is.
    expect(at({ type: 'Point', coordinates: [45.3, 130.9] })).toMatchObject({ point: { lng: 45.3, lat: 130.9 } });
    const endless = JSON.stringify(collection(feature({ type: 'Point', coordinates: ['far', 45] }, building))).replace('"far"', '1e999');
    expect(faultsOf(endless, definitionOf('buildings'))[0]).toContain('shape: shape-broken');
    expect(at({ type: 'Polygon', coordinates: [RING] })?.faults).toContainEqual({ column: 'shape', rule: 'shape-of-another-kind' });
  });

  test('goes on behind a feature of which nothing can be made', () => {
    const good = JSON.stringify(feature({ type: 'Point', coordinates: [130.9, 45.3] }));
    const nested = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const text = `{"type":"FeatureCollection","features":[
      {"type":"Feature","properties":{"name":"x"},"geometry":{"type":"Point","coordinates":[NaN,45.3]}},
      {"type":"Feature","properties":{"name":${nested}},"geometry":null},
      {"type":"Feature","properties":{"name":"${'长'.repeat(1_500_000)}"},"geometry":null},
      17, {"type":"FeatureCollection"}, ${good}]}`;
    expect(faultsOf(text)).toEqual([
      'null: feature-broken',
      'null: feature-too-deep',
      'null: feature-too-large',
      'null: feature-broken',
      'null: feature-broken',
      '',
    ]);
  });

  test.each([
    ['a list', '[1, 2]', 'not-geojson'],
    ['a text that ends early', '{"type":"FeatureCollection","features":[{"type":"Feat', 'not-geojson'],
    ['another object', { type: 'Topology', objects: {} }, 'not-geojson'],
    ['two lists of features', '{"type":"FeatureCollection","features":[],"features":[{}]}', 'not-geojson'],
    ['features that are no list', { type: 'FeatureCollection', features: {} }, 'not-geojson'],
    ['nothing in it', collection(), 'empty'],
    ['too much of it', collection(...Array.from({ length: 1001 }, () => feature(null))), 'too-many-rows'],
    ['properties of another kind', collection(feature(null, { OBJECTID: 1 })), 'no-properties'],
    ['a property twice over', collection(feature(null, { name: 'a', 要素名称: 'b' })), 'columns-twice'],
    ['another system', { ...collection(feature(null)), crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::3857' } } }, 'foreign-crs'],
    ['a system behind a link', { ...collection(feature(null)), crs: { type: 'link', properties: { href: 'http://x/4326' } } }, 'foreign-crs'],
  ])('with %s is refused as a whole', (_, content, fault) => expect(() => open(content)).toThrow(expect.objectContaining({ fault })));

  test('for a register without shapes, or not of UTF-8, is refused as a whole', () => {
    expect(() => open(collection(feature(null)), definitionOf('residents'))).toThrow(expect.objectContaining({ fault: 'no-geometry' }));
    const bytes = Buffer.concat([Buffer.from('{"type":"FeatureCollection","name":"'), Buffer.from([0xcf, 0xfb]), Buffer.from('"}')]);
    expect(() => FeatureReading.open(bytes, FEATURES, OPTIONS)).toThrow(expect.objectContaining({ fault: 'not-geojson' }));
  });

  test.each(['urn:ogc:def:crs:OGC:1.3:CRS84', 'EPSG:4326', 'urn:ogc:def:crs:EPSG::4490'])('may name its system as %s', (name) => {
    expect(rowsOf({ crs: { type: 'name', properties: { name } }, ...collection(feature(null)) })).toHaveLength(1);
    expect(rowsOf({ crs: null, ...feature(null) })).toHaveLength(1);
  });

  test('is known by what it begins like', () => {
    expect(['\ufeff  {"a":1}', '[', 'PK\u0003\u0004', '<html>', ''].map((text) => beginsLikeJson(Buffer.from(text)))).toEqual([true, true, false, false, false]);
  });
});

test('whatever JSON says is found piece by piece as it is as a whole', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.array(fc.jsonValue()), fc.constantFrom(0, 1, 4), (object, list, space) => {
      const members = new JsonSlices(Buffer.from(JSON.stringify(object, null, space)));
      const found = [...members.members(members.start)].map(([name, slice]) => [JSON.parse(`"${name}"`), JSON.parse(members.text(slice))]);
      expect(found).toEqual(Object.entries(JSON.parse(JSON.stringify(object))));
      const elements = new JsonSlices(Buffer.from(JSON.stringify(list, null, space)));
      expect([...elements.elements(elements.start)].map((slice) => JSON.parse(elements.text(slice)))).toEqual(JSON.parse(JSON.stringify(list)));
    }),
  );
});
