import { expect, test } from '@jest/globals';
import { type FieldValues, gridsApi, type Point, registersApi, type Shape } from '@wangge/contracts';
import { newId, refusal } from './events.js';
import type { Staff } from './register-flow-cases.js';
import { create } from './registers.js';

const values = (): FieldValues => ({
  title: `验证预警${newId().slice(-4)}`,
  warningKind: 'rainstorm',
  level: 'blue',
  issuer: '演示区气象台',
  issuedAt: '2026-06-01 08:00',
  validFrom: '2026-06-01 08:00',
  validTo: '2030-06-02 08:00',
  content: '请注意防范',
});

const square = ({ lng, lat }: Point, size = 0.0004): number[][] => [
  [lng - size, lat - size],
  [lng + size, lat - size],
  [lng + size, lat + size],
  [lng - size, lat + size],
  [lng - size, lat - size],
];
const area = (ring: number[][]): Shape => ({ type: 'Polygon', coordinates: [ring] });
const circle = ({ lng, lat }: Point, count: number): number[][] => {
  const ring = Array.from({ length: count }, (_, at) => {
    const angle = (2 * Math.PI * at) / count;
    return [Number((lng + 0.0004 * Math.cos(angle)).toFixed(7)), Number((lat + 0.0004 * Math.sin(angle)).toFixed(7))];
  });
  return [...ring, ...ring.slice(0, 1)];
};

/** Areas are placed by a point on them, and what is no area is refused in words. */
export function shapeCases(who: () => Staff): void {
  const WARNINGS = { register: 'warnings' };
  const center = async () => (await who().worker.call(gridsApi.get, { params: { code: who().gridCode } })).center;
  const draw = (shape: Shape) => create(who().staff, 'warnings', { shape }, values());

  test('an area is stored as it was drawn, placed by a point on it, and changed', async () => {
    const { staff, leader } = who();
    const at = await center();
    const shape = area(square(at));
    const made = await draw(shape);
    expect(made.chain.gridCode).toBe(who().gridCode);
    const detail = await leader.call(registersApi.get, { params: { ...WARNINGS, id: made.id } });
    expect(detail.shape?.type).toBe('Polygon');
    expect(detail.point?.lng).toBeCloseTo(at.lng, 3);
    const body = { version: 1, shape: area(square(at, 0.0002)), values: {} };
    await staff.call(registersApi.change, { params: { ...WARNINGS, id: made.id }, body });
    const { items } = await staff.call(registersApi.history, { params: { ...WARNINGS, id: made.id } });
    expect(items[0]).toMatchObject({ kind: 'changed', version: 2, fields: [{ name: 'point', from: null, to: null }] });
  });

  test('what crosses itself, is open, too large, of another kind or elsewhere is refused', async () => {
    const { staff, neighbour } = who();
    const at = await center();
    const [a = [], b = [], c = [], d = []] = square(at);
    const rules = async (shape: Shape) => {
      const problem = await draw(shape).then(
        () => undefined,
        (reason: { readonly problem: { readonly code: string; readonly fields?: readonly { readonly rule: string }[] } }) =>
          reason.problem,
      );
      return problem?.fields?.[0]?.rule ?? problem?.code;
    };
    expect(await rules(area([a, c, b, d, a]))).toBe('shape-self-crossing');
    expect(await rules({ type: 'Polygon', coordinates: [square(at), square({ lng: at.lng + 0.01, lat: at.lat }, 0.0001)] })).toBe(
      'shape-broken',
    );
    expect(await rules(area([a, b, c, d]))).toBe('shape-open-ring');
    expect(await rules(area([a, b, a]))).toBe('shape-too-few-vertices');
    expect(await rules({ type: 'LineString', coordinates: [a, b] })).toBe('shape-of-another-kind');
    expect(await rules(area(circle(at, 5001)))).toBe('shape-too-many-vertices');
    expect(await rules(area(circle(at, 100_000)))).toBe('request.too-large');
    expect(await rules(area(square({ lng: 121.47, lat: 31.23 })))).toBe('grid.outside-district');
    // A point on it lies inside, but not the whole of it.
    expect(await rules(area(square(at, 3)))).toBe('grid.outside-district');
    expect(await refusal(create(neighbour, 'warnings', { shape: area(square(at)) }, values()))).toBe('404 not-found');
    const inGrid = await create(staff, 'warnings', { gridCode: who().gridCode }, values());
    expect(inGrid.point).toBeNull();
  });

  test('the largest area that is taken is stored whole', async () => {
    const at = await center();
    const made = await draw(area(circle(at, 4999)));
    const detail = await who().leader.call(registersApi.get, { params: { ...WARNINGS, id: made.id } });
    expect(detail.shape?.type === 'Polygon' && detail.shape.coordinates[0]?.length).toBe(5000);
  });
}
