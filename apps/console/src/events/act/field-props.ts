import type { EventView } from '@wangge/contracts';
import type { StepValue } from './step-values';

/** What every input of a step's form is given. */
export interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly required: boolean;
  readonly fault: string | undefined;
  readonly event: EventView;
  readonly value: string;
  readonly onChange: (value: StepValue) => void;
}
