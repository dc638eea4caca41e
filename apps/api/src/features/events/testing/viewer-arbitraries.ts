import { EventLens, type Role } from '@wangge/contracts';
import { DEPARTMENT_ROLES, type PlacedRecord, type Viewer } from '@wangge/domain';
import fc from 'fast-check';

const AREA_ROLES: readonly Role[] = [
  'grid-worker',
  'community-staff',
  'desk-operator',
  'supervisor',
  'leader',
  'resident',
  'system-admin',
];

/** What a viewer asks a list for: a lens, and a node that may lie anywhere. */
export const asked = (records: readonly PlacedRecord[]) =>
  fc.record({
    lens: fc.option(fc.constantFrom(...EventLens.options), { nil: undefined }),
    node: fc.option(node(records), { nil: undefined }),
  });

/** People with up to three roles, at the nodes and in the departments of these records. */
export function viewer(records: readonly PlacedRecord[]): fc.Arbitrary<Viewer> {
  const people = valuesOf(records, ({ reportedBy }) => reportedBy);
  const departments = valuesOf(records, ({ departmentId }) => departmentId);
  const inArea = fc.record({ role: fc.constantFrom(...AREA_ROLES), scope: node(records) });
  const inDepartment = fc.record({ role: fc.constantFrom(...DEPARTMENT_ROLES), departmentId: fc.constantFrom(...departments) });
  return fc.record({
    accountId: fc.constantFrom(...people),
    name: fc.constant('某人'),
    districtCode: fc.constant('230302'),
    assignments: fc.array(fc.oneof(inArea, inDepartment), { maxLength: 3 }),
  });
}

function node(records: readonly PlacedRecord[]): fc.Arbitrary<string> {
  const codes = records.flatMap(({ gridCode }) => [2, 4, 6, 9, 12, 15].map((length) => gridCode.slice(0, length)));
  return fc.constantFrom(...new Set(codes));
}

function valuesOf(records: readonly PlacedRecord[], of: (record: PlacedRecord) => string | null): string[] {
  return [...new Set(records.map(of).filter((value) => value !== null))];
}
