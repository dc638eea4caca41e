import type { Assignment, Problem } from '@wangge/contracts';
import { DEPARTMENT_ROLES } from '@wangge/domain';
import type { DepartmentRow } from './accounts.repository.js';

type Fields = NonNullable<Problem['fields']>;

const ADMINISTRATORS: readonly string[] = ['system-admin', 'security-admin', 'audit-admin'];
const DISTRICT_DIGITS = 6;

/** What is wrong with where roles are to be held, by field; empty where nothing is. */
export function findMisplacedRoles(assignments: readonly Assignment[]): Fields {
  return assignments.flatMap((assignment, at) => {
    const rule = misplacement(assignment);
    return rule ? [{ path: `body.assignments.${at}`, rule }] : [];
  });
}

function misplacement(assignment: Assignment): string | undefined {
  const isDepartmentRole = DEPARTMENT_ROLES.includes(assignment.role);
  if ('departmentId' in assignment) return isDepartmentRole ? undefined : 'needs-scope';
  if (isDepartmentRole) return 'needs-department';
  // Accounts belong to a district as a whole: nobody administers those of a street.
  if (ADMINISTRATORS.includes(assignment.role) && assignment.scope.length > DISTRICT_DIGITS) return 'needs-district';
  return undefined;
}

/**
 * The district an account belongs to: the one in which its roles are held. A role above the districts leaves it to
 * the others, then to the creator's own. Undefined where the roles are of several districts.
 */
export function homeDistrict(
  assignments: readonly Assignment[],
  departments: readonly DepartmentRow[],
  creators: string,
): string | undefined {
  const ofScopes = assignments.flatMap((assignment) =>
    'scope' in assignment && assignment.scope.length >= DISTRICT_DIGITS ? [assignment.scope.slice(0, DISTRICT_DIGITS)] : [],
  );
  const districts = [...new Set([...ofScopes, ...departments.map(({ district_code }) => district_code)])];
  if (districts.length > 1) return undefined;
  return districts[0] ?? creators;
}
