import type { ActionField, ChoiceOption, EventStatus, Permission } from '@wangge/contracts';
import type { Relation } from '../access/viewer.js';
import type { ConditionName } from './conditions.js';
import type { SideFlowName } from './side-flows.js';

/** One line of the loop's table. */
export interface ActionRule {
  readonly from: readonly EventStatus[];
  /** Where it leads; `same` where the event stays in its state. */
  readonly to: EventStatus | 'same';
  readonly permission: Permission;
  readonly who: readonly Relation[];
  readonly input: readonly ActionField[];
  /** Photos of this step are kept under this stage. */
  readonly photos?: 'verify' | 'handle' | 'check';
  /** What else must hold of the event. */
  readonly when?: readonly ConditionName[];
  /** The small flow beside the loop that this step moves: it asks for the state that the flow's own table says. */
  readonly flow?: SideFlowName;
  /** Another desk has it from here on, with the stage's whole limit. */
  readonly restartsStage?: true;
}

type Kind = Exclude<ActionField['kind'], 'choice'>;

export const required = (name: string, kind: Kind): ActionField => ({ name, kind, required: true });
export const optional = (name: string, kind: Kind): ActionField => ({ name, kind, required: false });
export const choice = (name: string, ...options: ChoiceOption[]): ActionField => ({ name, kind: 'choice', required: true, options });

export const NOTE = optional('note', 'text');
export const SAID = required('note', 'text');
export const REASON = required('reason', 'text');
export const PHOTOS = optional('photos', 'photos');
export const VERDICT = choice('verdict', 'approve', 'refuse');
