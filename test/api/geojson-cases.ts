import { expect, test } from '@jest/globals';
import type { ApiClient } from '@wangge/api-client';
import { exchangeApi, gridsApi, type ImportView, type Point, registersApi } from '@wangge/contracts';
import { newId, sha256 } from './events.js';
import { create } from './registers.js';
import { download, rowsOf, uploadTo, workbookOf } from './workbooks.js';

interface House {
  readonly staff: ApiClient;
  readonly origin: string;
  readonly gridCode: string;
  /** A unit grid where they may not write. */
  readonly otherGrid: string;
}
const PARCELS = { register: 'parcels' };

const square = ({ lng, lat }: Point, size = 0.0002): number[][] => [
  [lng - size, lat - size],
  [lng + size, lat - size],
  [lng + size, lat + size],
  [lng - size, lat + size],
  [lng - size, lat - size],
];
const crossed = (at: Point): number[][] => {
  const [a = [], b = [], c = [], d = []] = square(at);
  return [a, c, b, d, a];
};
const parcel = (code: string, ring: number[][] | null, more: object = {}) => ({
  type: 'Feature',
  properties: { 地块编号: code, 地块名称: `地块${code}`, 用地类型: '耕地', OBJECTID: 3, ...more },
  geometry: ring && { type: 'Polygon', coordinates: [ring] },
});
const collection = (...features: object[]) => ({ type: 'FeatureCollection', features });

function deskOf(who: () => House) {
  const centre = async (code: string) => (await who().staff.call(gridsApi.get, { params: { code } })).center;
  const upload = (content: object | string, coordinates = 'wgs84', register = 'parcels'): Promise<ImportView> => {
    const bytes = Buffer.from(typeof content === 'string' ? content : JSON.stringify(content));
    const query = { id: newId(), sha256: sha256(bytes), coordinates };
    const headers = { 'x-file-name': encodeURIComponent('地块.geojson') };
    return who().staff.upload(exchangeApi.upload, { params: { register }, query, headers }, Uint8Array.from(bytes));
  };
  const confirm = (id: string, rows: 'all' | 'good' = 'all') => who().staff.call(exchangeApi.confirm, { params: { id }, body: { rows } });
  const faults = ({ samples }: ImportView) => samples.map(({ row, faults: all }) => [row, ...all.map(({ column, rule }) => `${column}: ${rule}`)]);
  const found = async (q: string) => {
    const { items } = await who().staff.call(registersApi.records, { params: PARCELS, query: { q } });
    const [first] = items;
    return first && who().staff.call(registersApi.get, { params: { ...PARCELS, id: first.id } });
  };
  return { centre, upload, confirm, faults, found };
}

function storing(who: () => House): void {
  const { centre, upload, confirm, found } = deskOf(who);
  test('areas of a GeoJSON file are tried, stored where they lie, and changed by the next file', async () => {
    const at = await centre(who().gridCode);
    const tried = await upload(collection(parcel('G1', square(at)), parcel('G2', square(at, 0.0001))));
    expect(tried).toMatchObject({ state: 'checked', counts: { rows: 2, new: 2, wrong: 0 }, unknownColumns: ['OBJECTID'] });
    expect(await confirm(tried.id)).toMatchObject({ state: 'done' });
    const stored = await found('G1');
    expect(stored).toMatchObject({ chain: { gridCode: who().gridCode }, shape: { type: 'Polygon' }, version: 1 });
    expect(stored?.point?.lng).toBeCloseTo(at.lng, 3);
    expect((await upload(collection(parcel('G1', square(at)), parcel('G2', square(at, 0.0001))))).counts).toMatchObject({ same: 2, new: 0, changed: 0 });
    const next = await upload(collection(parcel('G1', square(at, 0.0003)), parcel('G2', null, { 坐落: '路边' })));
    expect(next.counts).toMatchObject({ changed: 2 });
    await confirm(next.id);
    const [one, other] = [await found('G1'), await found('G2')];
    expect(one).toMatchObject({ version: 2 });
    expect(one?.shape).not.toEqual(stored?.shape);
    // What says nothing of a place leaves the shape as it is, and so does a table that has none.
    expect(other).toMatchObject({ version: 2, values: { address: '路边' }, shape: { type: 'Polygon' } });
    const table = await uploadTo(who().staff, 'parcels', await workbookOf([['网格编码', '地块编号', '坐落'], [who().gridCode, 'G2', '桥边']]));
    expect(table.counts).toMatchObject({ changed: 1 });
    await confirm(table.id);
    expect(await found('G2')).toMatchObject({ version: 3, values: { address: '桥边' }, shape: other?.shape, point: other?.point });
  });
}

function refusing(who: () => House): void {
  const { centre, upload, confirm, faults, found } = deskOf(who);
  test('each feature that is wrong is told why, and the rest is stored', async () => {
    const [at, far] = [await centre(who().gridCode), await centre(who().otherGrid)];
    const tried = await upload(
      collection(
        parcel('H1', square(at)),
        parcel('H2', crossed(at)),
        parcel('H3', square(far)),
        parcel('H4', square({ lng: 121.47, lat: 31.23 })),
        parcel('H5', square(at, 3)),
        parcel('H6', square({ lng: at.lat, lat: at.lng > 90 ? 45 : at.lng })),
        parcel('H7', null),
        parcel('H8', square(at), { 用地类型: '火星用地' }),
        { ...parcel('H9', null), geometry: { type: 'Point', coordinates: [at.lng, at.lat] } },
        parcel('H1', square(at)),
      ),
    );
    expect(tried.counts).toMatchObject({ rows: 10, new: 1, wrong: 9 });
    expect(faults(tried)).toEqual([
      [2, 'shape: shape-self-crossing'],
      [3, 'shape: place-not-yours'],
      [4, expect.stringMatching(/^shape: place-(outside-district|not-yours)/)],
      [5, 'shape: place-outside-district'],
      [6, expect.stringMatching(/^shape: place-/)],
      [7, 'gridCode: place-required'],
      [8, 'landUse: not-a-choice'],
      [9, 'shape: shape-of-another-kind'],
      [10, 'code: duplicate-in-file'],
    ]);
    const [titles = [], ...back] = await rowsOf(await download(who().origin, who().staff, `/imports/${tried.id}/file`));
    expect(titles).toEqual(['错误原因', '地块编号', '地块名称', '用地类型', 'OBJECTID']);
    expect(back[1]?.[0]).toBe('图形：边界自相交叉，请修改后再传');
    expect(await confirm(tried.id, 'good')).toMatchObject({ state: 'done', counts: { new: 1 } });
    expect(await found('H1')).toBeDefined();
    expect(await found('H2')).toBeUndefined();
  });

  test('coordinates of a vendor’s map are converted, those of another projection refused', async () => {
    const at = await centre(who().gridCode);
    const done = await confirm((await upload(collection(parcel('K1', square(at))), 'gcj02')).id);
    expect(done).toMatchObject({ state: 'done', counts: { new: 1 } });
    const metres = Math.abs(((await found('K1'))?.point?.lng ?? 0) - at.lng) * 78_000;
    expect(metres).toBeGreaterThan(100);
    expect(metres).toBeLessThan(1000);
    for (const [content, register, problem] of [
      [{ ...collection(parcel('K2', square(at))), crs: { type: 'name', properties: { name: 'EPSG:3857' } } }, 'parcels', 'import.foreign-crs'],
      [collection(parcel('K2', square(at))), 'residents', 'import.no-geometry'],
      ['{"type":"FeatureCollection","features":[{', 'parcels', 'import.not-geojson'],
      [`{"type":"FeatureCollection","features":${'['.repeat(200_000)}`, 'parcels', 'import.not-geojson'],
      [collection({ type: 'Feature', properties: { a: 1 }, geometry: null }), 'parcels', 'import.no-properties'],
    ] as const)
      expect(await upload(content, 'wgs84', register)).toMatchObject({ state: 'refused', problem });
  });
}

function layers(who: () => House): void {
  const { centre, upload, confirm, faults } = deskOf(who);
  test('any layer of points, lines and areas is a file away; a single record is no different', async () => {
    const at = await centre(who().gridCode);
    const layer = (name: string, geometry: object) => ({ type: 'Feature', properties: { name, layer: '消防', theme: 'safety' }, geometry });
    const content = collection(
      layer('栓', { type: 'Point', coordinates: [at.lng, at.lat, 120] }),
      layer('路', { type: 'LineString', coordinates: square(at).slice(0, 2) }),
      layer('区', { type: 'Polygon', coordinates: [square(at)] }),
      layer('多边形十万点', { type: 'LineString', coordinates: Array.from({ length: 100_000 }, (_, index) => [at.lng + index / 1e9, at.lat]) }),
    );
    const tried = await upload(content, 'wgs84', 'map-features');
    expect([tried.counts, faults(tried)]).toEqual([{ rows: 4, new: 3, changed: 0, same: 0, wrong: 1 }, [[4, 'shape: shape-too-many-vertices']]]);
    await confirm(tried.id, 'good');
    expect((await upload(content, 'wgs84', 'map-features')).counts).toMatchObject({ same: 3, new: 0 });
    const { items } = await who().staff.call(registersApi.records, { params: { register: 'map-features' }, query: { q: '消防' } });
    expect(items).toHaveLength(3);
    const values = { name: '手画', layer: '消防', theme: 'safety' };
    const drawn = await create(who().staff, 'map-features', { shape: { type: 'LineString', coordinates: square(at).slice(0, 2) } }, values);
    expect(drawn.chain.gridCode).toBe(who().gridCode);
  });
}

/** GeoJSON goes the way of every import: tried, sent back with reasons, confirmed, the same twice. */
export function geojsonCases(who: () => House): void {
  storing(who);
  refusing(who);
  layers(who);
}
