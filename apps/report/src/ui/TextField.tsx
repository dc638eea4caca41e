import { useId } from 'preact/hooks';
import { useWords } from '../words';

export interface TextFieldProps {
  readonly label: string;
  readonly name: string;
  readonly value: string;
  readonly most: number;
  readonly onChange: (value: string) => void;
  readonly hint?: string;
  readonly optional?: boolean;
  readonly fault?: string | undefined;
  /** More than one line. */
  readonly rows?: number;
}

export function TextField({ label, name, value, most, onChange, hint, optional, fault, rows }: TextFieldProps) {
  const t = useWords();
  const id = useId();
  const shared = {
    id,
    name,
    value,
    maxLength: most,
    'data-field': name,
    'aria-invalid': fault !== undefined,
    'aria-describedby': [hint ? `${id}-hint` : '', fault ? `${id}-fault` : ''].join(' ').trim() || undefined,
    autocomplete: 'off',
  };
  return (
    <div class="field">
      <label for={id}>
        {label} {optional && <small>{t('form.optional')}</small>}
      </label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {rows ? (
        <textarea {...shared} rows={rows} onInput={({ currentTarget }) => onChange(currentTarget.value)} />
      ) : (
        <input {...shared} onInput={({ currentTarget }) => onChange(currentTarget.value)} />
      )}
      {fault && (
        <p class="fault" id={`${id}-fault`} role="alert">
          {fault}
        </p>
      )}
    </div>
  );
}
