import type { EventAction } from '@wangge/contracts';

/** Steps that move an event on, in the order of the loop. What undoes, refuses or defers is never the main button. */
const FORWARD: readonly EventAction[] = [
  'file',
  'verify',
  'arbitrate',
  'dispatch',
  'accept',
  'decide-extension',
  'confirm-extension',
  'decide-assist',
  'sign-assist',
  'arrive-assist',
  'report-assist',
  'finish',
  'resume',
  'send-check',
  'check-pass',
  'close',
  'decide-appeal',
  'review-appeal',
  'score-assist',
  'archive',
  'answer-supervision',
  'self-handle',
  'rate',
];

/** The viewer's own next step on an event, if there is one. */
export function nextStep(actions: readonly EventAction[]): EventAction | undefined {
  return FORWARD.find((action) => actions.includes(action));
}

/** The steps in the menu beside the main button, refusals last. */
export function otherSteps(actions: readonly EventAction[]): EventAction[] {
  const main = nextStep(actions);
  return actions.filter((action) => action !== main);
}
