import type { EventAction } from '@wangge/contracts';
import { assistState, SIDE_FLOWS } from '@wangge/domain';
import { useTexts } from '../../../i18n/use-texts';
import type { FieldProps } from '../field-props';
import { Choices } from './Choices';

interface AssistFieldProps extends FieldProps {
  readonly action: EventAction;
  readonly no: number;
}

/** Of the departments that were called, those whose part may take this step. */
export function AssistField({ action, no, onChange, ...field }: AssistFieldProps) {
  const t = useTexts();
  const from = SIDE_FLOWS.assist.steps[action]?.from ?? [];
  const choices = field.event.assists
    .filter((assist) => from.includes(assistState(assist)))
    .map((assist) => ({
      value: String(assist.no),
      title: assist.departmentName,
      more: [t(`assist.${assist.state}`), assist.refusal ?? assist.result].filter(Boolean).join(' · '),
    }));
  return <Choices {...field} value={String(no)} choices={choices} onChange={(value) => onChange(Number(value))} />;
}
