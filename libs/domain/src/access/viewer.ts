import type { Assignment, Chain, EventLens, EventStatus, Permission } from '@wangge/contracts';
import { areaLens, type Lens } from './lens.js';
import { ROLE_PERMISSIONS } from './roles.js';
import { covers } from './scope.js';

/** Who is asking: made by the server from the session, never from a request. */
export interface Viewer {
  readonly accountId: string;
  readonly name: string;
  readonly districtCode: string;
  readonly assignments: readonly Assignment[];
}

export function holds(assignment: Assignment, permission: Permission): boolean {
  const granted: readonly Permission[] = ROLE_PERMISSIONS[assignment.role];
  return granted.includes(permission);
}

export function permissionsOf(viewer: Pick<Viewer, 'assignments'>): Permission[] {
  return [...new Set(viewer.assignments.flatMap(({ role }) => ROLE_PERMISSIONS[role]))].sort();
}

/** Whether any of the viewer's roles has the permission, wherever it is held. */
export function hasPermission(viewer: Pick<Viewer, 'assignments'>, permission: Permission): boolean {
  return viewer.assignments.some((assignment) => holds(assignment, permission));
}

/** The nodes below which the viewer may read events by area. */
export function areasOf(viewer: Pick<Viewer, 'assignments'>, permission: Permission = 'event.read'): string[] {
  return viewer.assignments.flatMap((assignment) =>
    'scope' in assignment && assignment.role !== 'resident' && holds(assignment, permission) ? [assignment.scope] : [],
  );
}

export function departmentsOf(viewer: Pick<Viewer, 'assignments'>): string[] {
  return viewer.assignments.flatMap((assignment) => ('departmentId' in assignment ? [assignment.departmentId] : []));
}

/** The lens for one record by its key: every relation of the viewer at once. */
export function memberLens(viewer: Viewer): Lens {
  return { kind: 'member', accountId: viewer.accountId, codes: areasOf(viewer), departmentIds: departmentsOf(viewer) };
}

/**
 * The lens of a list. The viewer's own assignment decides it; a requested node narrows the application's filter
 * and never widens the lens. Undefined where the viewer has no such relation: the list is empty then.
 */
export function listLens(viewer: Viewer, asked: EventLens | undefined, node?: string): Lens | undefined {
  const areas = areasOf(viewer);
  const departmentIds = departmentsOf(viewer);
  const kind = asked ?? (areas.length > 0 ? 'area' : departmentIds.length > 0 ? 'department' : 'mine');
  if (kind === 'mine' || kind === 'assigned') return { kind, accountId: viewer.accountId };
  if (kind === 'department' || kind === 'assisting') return departmentIds.length > 0 ? { kind, departmentIds } : undefined;
  const area = node === undefined ? widest(areas) : areas.find((code) => covers(code, node));
  return area === undefined ? undefined : areaLens(area);
}

function widest(codes: readonly string[]): string | undefined {
  return [...codes].sort((a, b) => a.length - b.length || (a < b ? -1 : 1))[0];
}

/** What a decision about an event needs to know of it. */
export interface EventFacts extends Chain {
  readonly status: EventStatus;
  readonly deskCode: string;
  readonly departmentId: string | null;
  readonly assistDepartmentIds: readonly string[];
  readonly reportedBy: string | null;
  readonly assigneeId: string | null;
}

/**
 * How a viewer can stand to an event. `holder` is the department while it has the case, else the desk; `area` is
 * whoever has a post over the place, whichever desk has the case.
 */
export type Relation = 'desk' | 'department' | 'holder' | 'assisting' | 'assignee' | 'reporter' | 'above' | 'area';

const WITH_DEPARTMENT: readonly EventStatus[] = ['assigned', 'handling', 'suspended'];

/**
 * Whether the viewer may do something to this record: one of the relations holds through an assignment that has
 * the permission. The server and the buttons of every screen ask this same function.
 */
export function may(viewer: Viewer, permission: Permission, record: EventFacts, relations: readonly Relation[]): boolean {
  return viewer.assignments.some(
    (assignment) => holds(assignment, permission) && relations.some((relation) => stands(viewer, assignment, record, relation)),
  );
}

function stands(viewer: Viewer, assignment: Assignment, record: EventFacts, relation: Relation): boolean {
  switch (relation) {
    case 'desk':
      return 'scope' in assignment && assignment.scope === record.deskCode;
    case 'above':
      return 'scope' in assignment && covers(assignment.scope, record.deskCode) && covers(assignment.scope, record.gridCode);
    case 'area':
      return 'scope' in assignment && covers(assignment.scope, record.gridCode);
    case 'department':
      return 'departmentId' in assignment && assignment.departmentId === record.departmentId;
    case 'holder':
      return stands(viewer, assignment, record, WITH_DEPARTMENT.includes(record.status) ? 'department' : 'desk');
    case 'assisting':
      return 'departmentId' in assignment && record.assistDepartmentIds.includes(assignment.departmentId);
    case 'assignee':
      return record.assigneeId === viewer.accountId;
    case 'reporter':
      return record.reportedBy === viewer.accountId;
  }
}
