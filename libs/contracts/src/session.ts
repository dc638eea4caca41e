import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { Permission, Role } from './permissions.js';
import { Id, Instant, ScopeCode, words } from './values.js';

/** Each screen keeps a session of its own, so that three of them live side by side in one browser. */
export const Screen = z.enum(['console', 'phone', 'wall', 'api']);
export type Screen = z.infer<typeof Screen>;

export const AssignmentView = z.strictObject({
  role: Role,
  scope: ScopeCode.nullable(),
  scopeName: z.string().nullable(),
  departmentId: Id.nullable(),
  departmentName: z.string().nullable(),
});
export type AssignmentView = z.infer<typeof AssignmentView>;

export const Me = z.strictObject({
  id: Id,
  username: z.string(),
  name: z.string(),
  districtCode: z.string(),
  assignments: z.array(AssignmentView),
  permissions: z.array(Permission),
});
export type Me = z.infer<typeof Me>;

export const SignIn = z.strictObject({
  username: words(64, 1),
  password: z.string().min(1).max(256),
  screen: Screen.default('api'),
});
export type SignIn = z.infer<typeof SignIn>;

export const SessionView = z.strictObject({ accessToken: z.string(), expiresAt: Instant, me: Me });
export type SessionView = z.infer<typeof SessionView>;

const ScreenChoice = z.strictObject({ screen: Screen.default('api') });

export const sessionApi = {
  signIn: endpoint({
    method: 'POST',
    path: '/session',
    access: 'public',
    summary: 'Sign in. The refresh token travels in an HttpOnly cookie.',
    body: SignIn,
    reply: SessionView,
    success: 201,
    errors: ['session.wrong-credentials', 'account.locked'],
  }),
  refresh: endpoint({
    method: 'POST',
    path: '/session/refresh',
    access: 'public',
    summary: 'Exchange the refresh cookie of a screen for a new access token; the cookie is rotated.',
    body: ScreenChoice,
    reply: SessionView,
    errors: ['session.missing', 'session.invalid', 'session.expired'],
  }),
  signOut: endpoint({
    method: 'DELETE',
    path: '/session',
    access: 'signed-in',
    summary: 'End this session at once, everywhere it is used.',
    reply: z.null(),
    success: 204,
  }),
  me: endpoint({
    method: 'GET',
    path: '/me',
    access: 'signed-in',
    summary: 'The signed-in account, its roles and what they allow.',
    reply: Me,
  }),
} as const;
