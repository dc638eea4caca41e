import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { Assignment } from './permissions.js';
import { AssignmentView } from './session.js';
import { Id, Instant, page, queryInteger, words } from './values.js';

export const AccountView = z.strictObject({
  id: Id,
  username: z.string(),
  name: z.string(),
  disabled: z.boolean(),
  assignments: z.array(AssignmentView),
  createdAt: Instant,
  version: z.int(),
});
export type AccountView = z.infer<typeof AccountView>;

export const CreateAccount = z.strictObject({
  id: Id,
  username: z.string().regex(/^[a-z][a-z0-9._-]{2,63}$/),
  name: words(40, 1),
  password: z.string().min(10).max(256),
  assignments: z.array(Assignment).min(1).max(10),
});
export type CreateAccount = z.infer<typeof CreateAccount>;

export const accountsApi = {
  list: endpoint({
    method: 'GET',
    path: '/accounts',
    access: 'account.read',
    summary: 'Accounts of the administrator’s area.',
    query: z.strictObject({
      q: words(64).optional(),
      page: queryInteger(1, 1000).default(1),
      perPage: queryInteger(1, 100).default(25),
    }),
    reply: page(AccountView),
  }),
  create: endpoint({
    method: 'POST',
    path: '/accounts',
    access: 'account.create',
    summary: 'Create an account with its roles.',
    body: CreateAccount,
    reply: AccountView,
    success: 201,
    errors: ['account.username-taken', 'account.roles-conflict', 'password.weak', 'department.unknown'],
  }),
  change: endpoint({
    method: 'PATCH',
    path: '/accounts/:id',
    access: 'account.disable',
    summary: 'Disable or enable an account. Disabling ends its sessions at once.',
    params: z.strictObject({ id: Id }),
    body: z.strictObject({ version: z.int(), disabled: z.boolean() }),
    reply: AccountView,
    errors: ['record.stale', 'account.self'],
  }),
} as const;
