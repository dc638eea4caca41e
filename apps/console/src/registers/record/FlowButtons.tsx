import type { RecordDetail, RegisterView } from '@wangge/contracts';
import { useTexts } from '../../i18n/use-texts';
import { useLabel } from '../register-words';

interface FlowButtonsProps {
  readonly register: RegisterView;
  readonly record: RecordDetail;
  readonly onAct: (action: string) => void;
}

/** The steps that are open to this viewer now, as the server says. That somebody is gone is never the next thing to do. */
export function FlowButtons({ register: { flow, presentWhen }, record, onAct }: FlowButtonsProps) {
  const t = useTexts();
  const labelOf = useLabel();
  const open = flow?.actions.filter(({ name }) => record.availableActions.includes(name)) ?? [];
  if (open.length === 0) return null;
  return (
    <fieldset className="flow-buttons">
      <legend className="visually-hidden">{t('console.registers.actions')}</legend>
      {open.map(({ name, label }, index) => (
        <button key={name} type="button" className={index === 0 && presentWhen === null ? 'button primary' : 'button'} onClick={() => onAct(name)}>
          {labelOf(label)}
        </button>
      ))}
    </fieldset>
  );
}
