import type { EventAction } from '@wangge/contracts';
import type { StepValues } from '../act/step-values';

/** A step that was chosen elsewhere than in the steps card, with what is known of it. */
export interface ChosenStep {
  readonly action: EventAction;
  readonly values: StepValues;
}
