import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { Label } from './registers.js';
import { Id, Instant, words } from './values.js';

/** What is kept for a time only; what each erases, its ground and its bounds stand in libs/domain. */
export const RetentionRuleName = z.enum([
  'report-contacts',
  'removed-records',
  'visit-notes',
  'imports',
  'exports',
  'sessions',
  'failed-sign-ins',
  'commands',
  'reveal-counts',
]);
export type RetentionRuleName = z.infer<typeof RetentionRuleName>;

export const RetentionRuleView = z.strictObject({
  name: RetentionRuleName,
  what: Label,
  ground: Label,
  days: z.int(),
  least: z.int(),
  most: z.int(),
  /** 0 where the district has not set it: the days are those of the platform. */
  version: z.int(),
  changedBy: z.string().nullable(),
  changedAt: Instant.nullable(),
  reason: z.string().nullable(),
});
export type RetentionRuleView = z.infer<typeof RetentionRuleView>;

/** What a rule found due, and how much of it was erased. Counts and ages, nothing personal. */
export const RetentionResult = z.strictObject({
  rule: RetentionRuleName,
  days: z.int(),
  due: z.int(),
  /** Age of the oldest that was due, in days. */
  oldestDays: z.int().nullable(),
  erased: z.int(),
});
export type RetentionResult = z.infer<typeof RetentionResult>;

export const RetentionRun = z.strictObject({
  id: Id,
  /** `trial` counts and erases nothing. */
  kind: z.enum(['trial', 'run']),
  state: z.enum(['waiting', 'running', 'done']),
  /** Null where the day's own run was begun by the server. */
  requestedBy: z.string().nullable(),
  /** Of the rules that are through, and of the one under way. */
  results: z.array(RetentionResult),
  rules: z.int(),
  startedAt: Instant,
  finishedAt: Instant.nullable(),
});
export type RetentionRun = z.infer<typeof RetentionRun>;

export const retentionApi = {
  rules: endpoint({
    method: 'GET',
    path: '/retention/rules',
    access: 'retention.manage',
    summary: 'For how long the district keeps what, on which ground, and who has changed it.',
    reply: z.strictObject({ items: z.array(RetentionRuleView) }),
  }),
  change: endpoint({
    method: 'PATCH',
    path: '/retention/rules/:rule',
    access: 'retention.manage',
    summary: 'Keep something longer or shorter, within the bounds of the rule.',
    params: z.strictObject({ rule: RetentionRuleName }),
    body: z.strictObject({ version: z.int().min(0), days: z.int().min(0).max(36_500), reason: words(200, 2) }),
    reply: RetentionRuleView,
    errors: ['record.stale', 'retention.out-of-bounds'],
  }),
  versions: endpoint({
    method: 'GET',
    path: '/retention/rules/:rule/versions',
    access: 'retention.manage',
    summary: 'How a rule was changed, newest first.',
    params: z.strictObject({ rule: RetentionRuleName }),
    reply: z.strictObject({
      items: z.array(z.strictObject({ version: z.int(), days: z.int(), reason: z.string(), changedBy: z.string(), changedAt: Instant })),
    }),
  }),
  start: endpoint({
    method: 'POST',
    path: '/retention/runs',
    access: 'retention.manage',
    summary: 'Count what is due, or erase it, in the background. One that is under way is answered instead of a second one.',
    body: z.strictObject({ id: Id, kind: RetentionRun.shape.kind }),
    reply: RetentionRun,
    success: 201,
  }),
  runs: endpoint({
    method: 'GET',
    path: '/retention/runs',
    access: 'retention.manage',
    summary: 'The last trials and runs of the district, newest first.',
    reply: z.strictObject({ items: z.array(RetentionRun) }),
  }),
} as const;
