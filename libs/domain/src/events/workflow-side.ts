import type { EventStatus } from '@wangge/contracts';
import type { ActionRule } from './action-rule.js';
import { choice, NOTE, optional, PHOTOS, REASON, required, SAID, VERDICT } from './action-rule.js';
import { OPEN_STATUSES } from './event-statuses.js';

const ENDED: readonly EventStatus[] = ['closed', 'rated'];
const SCORED: readonly EventStatus[] = ['handled', 'checking', 'to-close', 'closed', 'rated'];
const ASSIST_NO = required('assistNo', 'assist');

/** Between desks, and a returned case put right: the case stays where it is in the loop. */
const DESK_ACTIONS = {
  escalate: {
    from: ['reported', 'filed'],
    to: 'same',
    permission: 'event.escalate',
    who: ['desk'],
    input: [REASON],
    when: ['desk-above'],
    restartsStage: true,
  },
  delegate: {
    from: ['reported'],
    to: 'same',
    permission: 'event.delegate',
    who: ['desk'],
    input: [REASON],
    when: ['desk-below'],
    restartsStage: true,
  },
  correct: {
    from: ['filed'],
    to: 'same',
    permission: 'event.correct',
    who: ['desk'],
    input: [optional('classCode', 'class'), required('conditionId', 'condition'), REASON],
    when: ['returned'],
  },
} as const satisfies Record<string, ActionRule>;

const EXTENSION_ACTIONS = {
  'request-extension': {
    from: ['handling'],
    to: 'same',
    permission: 'event.request-extension',
    who: ['department'],
    input: [REASON],
    flow: 'extension',
  },
  'confirm-extension': {
    from: ['handling'],
    to: 'same',
    permission: 'event.confirm-extension',
    who: ['department'],
    input: [VERDICT, NOTE],
    flow: 'extension',
  },
  'decide-extension': {
    from: ['handling'],
    to: 'same',
    permission: 'event.decide-extension',
    who: ['desk'],
    input: [VERDICT, NOTE],
    flow: 'extension',
  },
} as const satisfies Record<string, ActionRule>;

const SUPERVISION_ACTIONS = {
  supervise: {
    from: OPEN_STATUSES,
    to: 'same',
    permission: 'event.supervise',
    who: ['above'],
    input: [choice('level', 'level-1', 'level-2', 'level-3'), REASON, required('replyBy', 'instant')],
    flow: 'supervision',
  },
  'answer-supervision': {
    from: OPEN_STATUSES,
    to: 'same',
    permission: 'event.answer-supervision',
    who: ['holder'],
    input: [SAID],
    flow: 'supervision',
  },
  urge: { from: OPEN_STATUSES, to: 'same', permission: 'event.urge', who: ['above'], input: [SAID] },
} as const satisfies Record<string, ActionRule>;

const ASSIST_ACTIONS = {
  'request-assist': {
    from: ['handling'],
    to: 'same',
    permission: 'event.request-assist',
    who: ['department', 'area'],
    input: [choice('assistKind', 'emergency', 'enforcement', 'key-work'), required('departmentIds', 'departments'), REASON],
  },
  'sign-assist': {
    from: ['handling'],
    to: 'same',
    permission: 'event.answer-assist',
    who: ['assisting'],
    input: [NOTE],
    flow: 'assist',
  },
  'arrive-assist': {
    from: ['handling'],
    to: 'same',
    permission: 'event.answer-assist',
    who: ['assisting'],
    input: [optional('place', 'text'), PHOTOS],
    flow: 'assist',
    photos: 'handle',
  },
  'report-assist': {
    from: ['handling'],
    to: 'same',
    permission: 'event.answer-assist',
    who: ['assisting'],
    input: [SAID, PHOTOS],
    flow: 'assist',
    photos: 'handle',
  },
  'refuse-assist': {
    from: ['handling'],
    to: 'same',
    permission: 'event.answer-assist',
    who: ['assisting'],
    input: [REASON],
    flow: 'assist',
  },
  'decide-assist': {
    from: ['handling'],
    to: 'same',
    permission: 'event.decide-assist',
    who: ['above'],
    input: [ASSIST_NO, choice('ruling', 'uphold', 'overrule'), SAID],
    flow: 'assist',
  },
  'recall-assist': {
    from: ['handling'],
    to: 'same',
    permission: 'event.request-assist',
    who: ['department', 'area'],
    input: [ASSIST_NO, REASON],
    flow: 'assist',
  },
  'score-assist': {
    from: SCORED,
    to: 'same',
    permission: 'event.score-assist',
    who: ['area'],
    input: [ASSIST_NO, required('score', 'score'), NOTE],
    flow: 'assist',
  },
} as const satisfies Record<string, ActionRule>;

const APPEAL_ACTIONS = {
  appeal: {
    from: ENDED,
    to: 'same',
    permission: 'event.appeal',
    who: ['department'],
    input: [REASON],
    when: ['handled-late', 'appeal-in-time'],
    flow: 'appeal',
  },
  'review-appeal': {
    from: ENDED,
    to: 'same',
    permission: 'event.review-appeal',
    who: ['desk'],
    input: [VERDICT, SAID],
    flow: 'appeal',
  },
  'decide-appeal': {
    from: ENDED,
    to: 'same',
    permission: 'event.decide-appeal',
    who: ['desk'],
    input: [VERDICT, SAID],
    flow: 'appeal',
  },
} as const satisfies Record<string, ActionRule>;

/** What happens beside the road: the event stays in its state. */
export const SIDE_ACTIONS = {
  ...DESK_ACTIONS,
  ...EXTENSION_ACTIONS,
  ...SUPERVISION_ACTIONS,
  ...ASSIST_ACTIONS,
  ...APPEAL_ACTIONS,
} as const;
