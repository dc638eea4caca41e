import type { EventAction } from '@wangge/contracts';

/** The steps a worker takes in the street. All others belong to the console. */
export const STEP_ACTIONS = [
  'verify',
  'check-pass',
  'check-fail',
  'self-handle',
  'rate',
  'withdraw',
  'object',
] as const satisfies readonly EventAction[];
export type StepAction = (typeof STEP_ACTIONS)[number];

/** The one step that the moment asks for; the others stand beside it, smaller. */
const MAIN: readonly StepAction[] = ['verify', 'check-pass', 'rate'];

export function stepsOf(actions: readonly { readonly action: EventAction }[]): readonly StepAction[] {
  const offered = STEP_ACTIONS.filter((step) => actions.some(({ action }) => action === step));
  return offered.sort((a, b) => Number(MAIN.includes(a)) - Number(MAIN.includes(b)));
}

export const isMain = (step: StepAction): boolean => MAIN.includes(step);
