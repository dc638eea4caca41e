import type { Lens, PlacedRecord } from '@wangge/domain';
import fc from 'fast-check';

const person = fc.integer({ min: 1, max: 4 }).map((n) => `01999999-0000-7000-8000-00000000000${n}`);
const department = fc.integer({ min: 1, max: 4 }).map((n) => `01999999-0000-7000-9000-00000000000${n}`);
const secret = fc.integer({ min: 1, max: 4 }).map((n) => String(n).repeat(64));

/** Few nodes, so that many records and lenses meet; neighbours by code, so that a wrong prefix would show. */
const gridCode = fc
  .tuple(
    fc.constantFrom('230302', '230399', '230402', '220102'),
    node('001', '010'),
    node('001', '010', '100'),
    node('001', '002'),
  )
  .map((parts) => parts.join(''));

function node(...codes: string[]) {
  return fc.constantFrom(...codes);
}

const record = fc
  .record({
    id: fc.uuid(),
    gridCode,
    reportedBy: fc.option(person),
    assigneeId: fc.option(person),
    departmentId: fc.option(department),
    assistDepartmentIds: fc.uniqueArray(department, { maxLength: 2 }),
    secretHash: fc.option(secret),
  })
  .map(
    ({ gridCode: code, ...rest }): PlacedRecord => ({
      ...rest,
      gridCode: code,
      communityCode: code.slice(0, 12),
      streetCode: code.slice(0, 9),
      districtCode: code.slice(0, 6),
    }),
  );

export const placedRecords = fc.uniqueArray(record, { minLength: 80, maxLength: 80, selector: ({ id }) => id });

const code = (length: number) => gridCode.map((grid) => grid.slice(0, length));
const anyCode = fc.constantFrom(2, 4, 6, 9, 12, 15).chain(code);

function area<Kind extends 'region' | 'district' | 'street' | 'community' | 'grid'>(kind: Kind, ...lengths: number[]) {
  return fc.record({ kind: fc.constant<Kind>(kind), code: fc.constantFrom(...lengths).chain(code) });
}

/** Lenses of every kind, on the nodes, people and keys of these records. */
export function lens(records: readonly PlacedRecord[]): fc.Arbitrary<Lens> {
  return fc.oneof(
    area('region', 2, 4),
    area('district', 6),
    area('street', 9),
    area('community', 12),
    area('grid', 15),
    fc.record({ kind: fc.constant('department' as const), departmentIds: fc.array(department, { maxLength: 3 }) }),
    fc.record({ kind: fc.constant('assisting' as const), departmentIds: fc.array(department, { maxLength: 3 }) }),
    fc.record({ kind: fc.constant('mine' as const), accountId: person }),
    fc.record({ kind: fc.constant('assigned' as const), accountId: person }),
    fc.record({ kind: fc.constant('public' as const), secretHash: secret }),
    fc.record({
      kind: fc.constant('member' as const),
      accountId: person,
      codes: fc.array(anyCode, { maxLength: 3 }),
      departmentIds: fc.array(department, { maxLength: 3 }),
    }),
    fc.record({ kind: fc.constant('record' as const), id: fc.constantFrom(...records.map(({ id }) => id)) }),
    fc.constantFrom<Lens>({ kind: 'reference' }, { kind: 'accounts' }, { kind: 'job' }),
  );
}
