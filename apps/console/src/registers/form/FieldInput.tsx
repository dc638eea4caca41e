import { MenuItem, TextField } from '@mui/material';
import type { RecordView, RegisterField } from '@wangge/contracts';
import { useState } from 'react';
import { useTexts } from '../../i18n/use-texts';
import { MenuCheck } from '../../ui/MenuCheck';
import { useLabel, useValueWords } from '../register-words';
import { ReferenceInput } from './ReferenceInput';
import { brokenRule, type FaultRule, isCode, isMasked, isTypedWhole, type RecordDraft, inputText } from '@wangge/domain';

export interface FieldInputProps {
  readonly id: string;
  readonly field: RegisterField;
  readonly draft: RecordDraft;
  /** The record that is being changed, as it is now. */
  readonly record: RecordView | undefined;
  /** The record as it was when the form was opened. */
  readonly seen: RecordView | undefined;
  readonly fault: FaultRule | undefined;
  readonly onChange: (value: string | null | undefined) => void;
}

/** One field of a record's form, by its kind. */
export function FieldInput(props: FieldInputProps) {
  const { id, field, draft, record, onChange } = props;
  const labelOf = useLabel();
  const { wrong, help } = useHelp(props);
  const value = inputText(field, draft, record);
  const common = { id, label: labelOf(field.label), required: field.required, value, onChange };
  if (field.references !== null) {
    const title = record?.values[field.name] === value ? record.referenceTitles[field.name] : undefined;
    return <ReferenceInput {...common} register={field.references} title={title} wrong={wrong} help={help.text} />;
  }
  return (
    <div className="field-input">
      {field.kind === 'choices' ? (
        <ChoicesInput {...common} field={field} wrong={wrong} help={help.text} />
      ) : field.choices || field.kind === 'boolean' ? (
        <ChoiceInput {...common} field={field} wrong={wrong} help={help.text} />
      ) : (
        <TextInput {...common} field={field} wrong={wrong} help={help.text} onLeave={help.leave} />
      )}
      {isMasked(field, record) && !field.required && <ClearMasked draft={draft} field={field} onChange={onChange} />}
    </div>
  );
}

const isChosen = ({ choices, references, kind }: RegisterField): boolean =>
  choices !== null || references !== null || kind === 'boolean';

/** The one sentence below an input: what is wrong, else what changed meanwhile, else what is there behind the mask. */
function useHelp({ field, draft, record, seen, fault }: FieldInputProps) {
  const t = useTexts();
  const labelOf = useLabel();
  const wordsOf = useValueWords();
  const [left, setLeft] = useState(false);
  const value = inputText(field, draft, record);
  const touched = draft[field.name] !== undefined;
  const early = touched && isCode(field) && (left || isTypedWhole(field, value)) ? brokenRule(field, value) : undefined;
  const rule = fault ?? early;
  const leave = () => setLeft(true);
  const named = { field: labelOf(field.label) };
  if (rule === 'required' && isChosen(field)) return { wrong: true, help: { text: t('form.choose', named), leave } };
  if (rule) return { wrong: true, help: { text: t(`rule.${rule}`, named), leave } };
  const stored = record?.values[field.name] ?? null;
  const text = (() => {
    if (draft[field.name] === null) return t('console.registers.cleared');
    if (touched && isCode(field) && isTypedWhole(field, value)) return t('console.registers.rule-kept');
    if (touched && record && seen && stored !== (seen.values[field.name] ?? null)) {
      const title = record.referenceTitles[field.name];
      return t('console.registers.now', { value: title ?? wordsOf(field, stored) });
    }
    return isMasked(field, record) ? t('console.registers.keep-masked', { value: wordsOf(field, stored) }) : undefined;
  })();
  return { wrong: false, help: { text, leave } };
}

interface InputProps {
  readonly id: string;
  readonly label: string;
  readonly required: boolean;
  readonly field: RegisterField;
  readonly value: string;
  readonly wrong: boolean;
  readonly help: string | undefined;
  readonly onChange: (value: string) => void;
}

function ChoiceInput({ id, label, required, field, value, wrong, help, onChange }: InputProps) {
  const t = useTexts();
  const labelOf = useLabel();
  const choices = field.choices?.map(({ code, label: words }) => ({ code, words: labelOf(words) })) ?? [
    { code: 'true', words: t('value.yes') },
    { code: 'false', words: t('value.no') },
  ];
  return (
    <TextField
      select
      id={id}
      label={label}
      required={required}
      value={value}
      error={wrong}
      helperText={help}
      onChange={({ target }) => onChange(target.value)}
      slotProps={{ select: { SelectDisplayProps: { id }, MenuProps: { slotProps: { paper: { style: { maxHeight: 360 } } } } } }}
    >
      {!required && (
        <MenuItem value="">
          <span className="muted">{t('unit.none')}</span>
        </MenuItem>
      )}
      {choices.map(({ code, words }) => (
        <MenuItem key={code} value={code}>
          {words}
        </MenuItem>
      ))}
    </TextField>
  );
}

/** Any number of a dictionary's values, kept as their codes in a row. */
function ChoicesInput({ id, label, required, field, value, wrong, help, onChange }: InputProps) {
  const labelOf = useLabel();
  const t = useTexts();
  const choices = field.choices ?? [];
  const chosen = value.split(',').filter(Boolean);
  const words = (codes: readonly string[]) =>
    choices
      .filter(({ code }) => codes.includes(code))
      .map((choice) => labelOf(choice.label))
      .join(t('list.comma'));
  return (
    <TextField
      select
      id={id}
      label={label}
      required={required}
      value={chosen}
      error={wrong}
      helperText={help}
      onChange={({ target }) => onChange([target.value].flat().join(','))}
      slotProps={{ select: { multiple: true, SelectDisplayProps: { id }, renderValue: () => words(chosen) } }}
    >
      {choices.map(({ code, label: choice }) => (
        <MenuItem key={code} value={code}>
          <MenuCheck on={chosen.includes(code)} />
          {labelOf(choice)}
        </MenuItem>
      ))}
    </TextField>
  );
}

const TYPES: Partial<Record<RegisterField['kind'], string>> = { date: 'date', instant: 'datetime-local' };

/** What a keyboard of a touch screen should offer. */
const INPUT_MODE: Partial<Record<RegisterField['kind'], 'numeric' | 'decimal' | 'tel'>> = {
  integer: 'numeric',
  number: 'decimal',
  phone: 'tel',
  'component-code': 'numeric',
};
const LONGEST = 1000;

function TextInput({
  id,
  label,
  required,
  field,
  value,
  wrong,
  help,
  onChange,
  onLeave,
}: InputProps & { readonly onLeave: () => void }) {
  const { kind } = field;
  return (
    <TextField
      id={id}
      label={label}
      required={required}
      value={value}
      error={wrong}
      helperText={help}
      type={TYPES[kind] ?? 'text'}
      multiline={kind === 'long-text'}
      minRows={kind === 'long-text' ? 2 : undefined}
      maxRows={8}
      autoComplete="off"
      onBlur={onLeave}
      onChange={({ target }) => onChange(target.value)}
      slotProps={{
        htmlInput: { maxLength: LONGEST, inputMode: INPUT_MODE[kind], spellCheck: false },
        ...(TYPES[kind] && { inputLabel: { shrink: true } }),
      }}
    />
  );
}

type ClearMaskedProps = Pick<FieldInputProps, 'field' | 'draft' | 'onChange'>;

/** An empty input keeps what is behind the mask; taking it away is said in so many words. */
function ClearMasked({ field, draft, onChange }: ClearMaskedProps) {
  const t = useTexts();
  const labelOf = useLabel();
  const cleared = draft[field.name] === null;
  const words = t(cleared ? 'console.registers.keep-old' : 'console.registers.clear-old');
  return (
    <button
      type="button"
      className="link clear-masked"
      aria-label={`${words}: ${labelOf(field.label)}`}
      onClick={() => onChange(cleared ? undefined : null)}
    >
      {words}
    </button>
  );
}
