import type { ReactNode } from 'react';
import { useTexts } from '../../../i18n/use-texts';

export interface Choice {
  readonly value: string;
  readonly title: ReactNode;
  readonly more?: ReactNode;
}

interface ChoicesProps {
  readonly id: string;
  readonly label: string;
  readonly required: boolean;
  readonly fault: string | undefined;
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly onChange: (value: string) => void;
}

/** Radio buttons with room to say what each choice means. */
export function Choices({ id, label, required, fault, value, choices, onChange }: ChoicesProps) {
  const t = useTexts();
  return (
    <fieldset className="choices" aria-invalid={fault !== undefined} aria-describedby={fault && `${id}-fault`}>
      <legend>
        {label}
        {!required && <span className="muted">{t('form.optional')}</span>}
      </legend>
      {choices.map((choice, index) => (
        <label key={choice.value} className={choice.value === value ? 'choice on' : 'choice'}>
          <input
            type="radio"
            id={index === 0 ? id : undefined}
            name={id}
            value={choice.value}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
          />
          <span>
            <span className="choice-title">{choice.title}</span>
            {choice.more && <span className="choice-more">{choice.more}</span>}
          </span>
        </label>
      ))}
      {fault && (
        <p id={`${id}-fault`} className="fault">
          {fault}
        </p>
      )}
    </fieldset>
  );
}
