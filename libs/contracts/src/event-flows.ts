import { z } from 'zod';
import { Id, Instant } from './values.js';

/** What a step may ask to choose among; the words stand in libs/texts under `choice.*`. */
export const ChoiceOption = z.enum([
  'approve',
  'refuse',
  'uphold',
  'overrule',
  'level-1',
  'level-2',
  'level-3',
  'emergency',
  'enforcement',
  'key-work',
]);
export type ChoiceOption = z.infer<typeof ChoiceOption>;

export const Verdict = z.enum(['approve', 'refuse']);
export type Verdict = z.infer<typeof Verdict>;
/** Of a refused call for help: the refusal stands, or the department has to come. */
export const Ruling = z.enum(['uphold', 'overrule']);
export type Ruling = z.infer<typeof Ruling>;
export const SupervisionLevel = z.enum(['level-1', 'level-2', 'level-3']);
export type SupervisionLevel = z.infer<typeof SupervisionLevel>;
/** 应急处置哨, 综合执法哨, 重点工作哨. */
export const AssistKind = z.enum(['emergency', 'enforcement', 'key-work']);
export type AssistKind = z.infer<typeof AssistKind>;

/** An extension that was asked for and is not decided yet. */
export const ExtensionRequest = z.strictObject({
  state: z.enum(['requested', 'confirmed']),
  at: Instant,
  by: z.string(),
  reason: z.string(),
});
export type ExtensionRequest = z.infer<typeof ExtensionRequest>;

/** 督办: a flag with a deadline for the reply, not a state of the loop. */
export const Supervision = z.strictObject({
  level: z.int().min(1).max(3),
  at: Instant,
  by: z.string(),
  reason: z.string(),
  replyBy: Instant,
  answeredAt: Instant.nullable(),
  answer: z.string().nullable(),
});
export type Supervision = z.infer<typeof Supervision>;

export const AssistState = z.enum(['called', 'signed', 'arrived', 'done', 'refused', 'released']);
export type AssistState = z.infer<typeof AssistState>;

/** One department's part in a joint handling (吹哨报到). */
export const Assist = z.strictObject({
  /** Serial within the event, from 1. */
  no: z.int().min(1),
  kind: AssistKind,
  departmentId: Id,
  departmentName: z.string(),
  state: AssistState,
  reason: z.string(),
  calledAt: Instant,
  calledBy: z.string(),
  signBy: Instant,
  arriveBy: Instant,
  signedAt: Instant.nullable(),
  arrivedAt: Instant.nullable(),
  /** Where the department came to, in words. */
  place: z.string().nullable(),
  doneAt: Instant.nullable(),
  result: z.string().nullable(),
  refusal: z.string().nullable(),
  ruling: Ruling.nullable(),
  score: z.int().min(1).max(5).nullable(),
});
export type Assist = z.infer<typeof Assist>;

/** 申诉: the department contests that a closed case counts as overdue. */
export const Appeal = z.strictObject({
  state: z.enum(['lodged', 'reviewed', 'approved', 'refused']),
  at: Instant,
  by: z.string(),
  reason: z.string(),
  /** Of the dispatcher, who looks at it first. */
  opinion: Verdict.nullable(),
  decidedAt: Instant.nullable(),
});
export type Appeal = z.infer<typeof Appeal>;
