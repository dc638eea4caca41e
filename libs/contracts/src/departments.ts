import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { Id, ScopeCode } from './values.js';

/** A body that handles events. It serves a node of the tree without being one. */
export const DepartmentView = z.strictObject({ id: Id, name: z.string(), serves: ScopeCode });
export type DepartmentView = z.infer<typeof DepartmentView>;

export const departmentsApi = {
  list: endpoint({
    method: 'GET',
    path: '/departments',
    access: 'department.read',
    summary: 'Departments that serve the district.',
    reply: z.strictObject({ items: z.array(DepartmentView) }),
  }),
  dissolve: endpoint({
    method: 'POST',
    path: '/departments/:id/dissolve',
    access: 'department.dissolve',
    summary: 'A department that has no open cases is given no more; what it did stays on record. Said again, nothing changes.',
    params: z.strictObject({ id: Id }),
    reply: DepartmentView,
    errors: ['not-found', 'department.has-open-cases'],
  }),
} as const;
