import type { RecordView, RegisterField } from '@wangge/contracts';
import { brokenRule, type FaultRule, inputText, isCode, isMasked, isTypedWhole, type RecordDraft } from '@wangge/domain';
import { useId } from 'preact/hooks';
import { useWords } from '../data/words';
import { ReferenceInput } from './ReferenceInput';
import { useLabel, useValueWords } from './use-label';

export interface FieldInputProps {
  readonly field: RegisterField;
  readonly draft: RecordDraft;
  readonly record: RecordView | undefined;
  readonly fault: FaultRule | undefined;
  readonly onChange: (name: string, text: string) => void;
}

/** One field of a record, by its kind, with a control of the size of a thumb. */
export function FieldInput({ field, draft, record, fault, onChange }: FieldInputProps) {
  const t = useWords();
  const labelOf = useLabel();
  const wordsOf = useValueWords();
  const id = useId();
  const text = inputText(field, draft, record);
  const label = labelOf(field.label);
  const early = isCode(field) && isTypedWhole(field, text) ? brokenRule(field, text) : undefined;
  const rule = fault ?? early;
  const kept = isMasked(field, record) && text === '' ? t('phone.record-kept', { value: wordsOf(field, record?.values[field.name] ?? null) }) : undefined;
  const control = { id, field, text, label, wrong: rule !== undefined, describedBy: rule || kept ? `${id}-help` : undefined };
  const set = (value: string) => onChange(field.name, value);
  return (
    <div class="field record-field">
      <label for={id}>
        {label}
        <small>{t(field.required ? 'form.required' : 'form.optional')}</small>
      </label>
      {field.references === null ? (
        <Control {...control} onSet={set} />
      ) : (
        <ReferenceInput
          id={id}
          label={label}
          register={field.references}
          value={text}
          title={draft[`title:${field.name}`] ?? record?.referenceTitles[field.name]}
          onChoose={(value, title) => {
            set(value);
            onChange(`title:${field.name}`, title);
          }}
        />
      )}
      {rule && (
        <p class="fault" id={`${id}-help`} role="alert">
          {t(`rule.${rule}`, { field: label })}
        </p>
      )}
      {!rule && kept && (
        <p class="muted" id={`${id}-help`}>
          {kept}
        </p>
      )}
    </div>
  );
}

interface ControlProps {
  readonly id: string;
  readonly field: RegisterField;
  readonly text: string;
  readonly wrong: boolean;
  readonly describedBy: string | undefined;
  readonly onSet: (text: string) => void;
}

const TYPES: Partial<Record<RegisterField['kind'], string>> = { date: 'date', instant: 'datetime-local' };
const INPUT_MODE: Partial<Record<RegisterField['kind'], 'numeric' | 'decimal' | 'tel'>> = {
  integer: 'numeric',
  number: 'decimal',
  phone: 'tel',
  'component-code': 'numeric',
};
const LONGEST = 1000;

function Control({ id, field, text, wrong, describedBy, onSet }: ControlProps) {
  const { kind, choices } = field;
  const aria = { id, 'aria-invalid': wrong, 'aria-describedby': describedBy } as const;
  if (kind === 'choices') return <ManyChoices field={field} text={text} onSet={onSet} />;
  if (choices || kind === 'boolean') return <OneChoice aria={aria} field={field} text={text} onSet={onSet} />;
  if (kind === 'long-text')
    return <textarea {...aria} rows={3} maxLength={LONGEST} value={text} onInput={({ currentTarget }) => onSet(currentTarget.value)} />;
  return (
    <input
      {...aria}
      type={TYPES[kind] ?? 'text'}
      inputMode={INPUT_MODE[kind]}
      maxLength={LONGEST}
      autoComplete="off"
      spellcheck={false}
      value={text}
      onInput={({ currentTarget }) => onSet(currentTarget.value)}
    />
  );
}

interface OneChoiceProps extends Pick<ControlProps, 'field' | 'text' | 'onSet'> {
  readonly aria: { readonly id: string; readonly 'aria-invalid': boolean; readonly 'aria-describedby': string | undefined };
}

/** The phone's own list: long dictionaries scroll in it as everywhere on the device. */
function OneChoice({ aria, field, text, onSet }: OneChoiceProps) {
  const t = useWords();
  const labelOf = useLabel();
  const options = field.choices?.map(({ code, label }) => ({ code, words: labelOf(label) })) ?? [
    { code: 'true', words: t('value.yes') },
    { code: 'false', words: t('value.no') },
  ];
  return (
    <select {...aria} value={text} onChange={({ currentTarget }) => onSet(currentTarget.value)}>
      <option value="">{t('unit.none')}</option>
      {options.map(({ code, words }) => (
        <option key={code} value={code}>
          {words}
        </option>
      ))}
    </select>
  );
}

function ManyChoices({ field, text, onSet }: Pick<ControlProps, 'field' | 'text' | 'onSet'>) {
  const labelOf = useLabel();
  const chosen = text.split(',').filter(Boolean);
  const toggle = (code: string) => onSet((chosen.includes(code) ? chosen.filter((each) => each !== code) : [...chosen, code]).join(','));
  return (
    <div class="many">
      {field.choices?.map(({ code, label }) => (
        <label key={code} class="check">
          <input type="checkbox" checked={chosen.includes(code)} onChange={() => toggle(code)} />
          {labelOf(label)}
        </label>
      ))}
    </div>
  );
}
