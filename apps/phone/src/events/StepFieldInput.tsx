import type { ActionField } from '@wangge/contracts';
import { useId } from 'preact/hooks';
import { type DraftEditor, useDraft } from '../data/draft-editor';
import { useWords } from '../data/words';
import { PhotoPicker } from '../ui/PhotoPicker';
import { Choices } from '../ui/Choices';
import { fieldWord } from './field-word';

const VERIFICATIONS = ['exists', 'not-exists', 'cannot-tell'] as const;
const SCORES = ['5', '4', '3', '2', '1'] as const;
const MOST_WORDS = 1000;

export interface StepFieldInputProps {
  readonly field: ActionField;
  readonly editor: DraftEditor;
  readonly fault: string | undefined;
}

/** One field of a step, drawn by its kind. */
export function StepFieldInput({ field, editor, fault }: StepFieldInputProps) {
  const t = useWords();
  const draft = useDraft(editor);
  const value = draft.words[field.name] ?? '';
  const set = (text: string) => void editor.setWord(field.name, text);
  switch (field.kind) {
    case 'photos':
      return <PhotoPicker editor={editor} />;
    case 'verification': {
      const options = VERIFICATIONS.map((option) => ({ value: option, text: t(`verification.${option}`) }));
      return (
        <Choices name={field.name} label={t('field.verification')} options={options} value={value} onChoose={set} fault={fault} />
      );
    }
    case 'score': {
      const options = SCORES.map((option) => ({ value: option, text: t(`score.${option}`), stars: Number(option) }));
      return <Choices name={field.name} label={t('field.score')} options={options} value={value} onChoose={set} fault={fault} />;
    }
    default:
      return <WordsField field={field} value={value} set={set} fault={fault} />;
  }
}

interface WordsFieldProps {
  readonly field: ActionField;
  readonly value: string;
  readonly set: (text: string) => void;
  readonly fault: string | undefined;
}

function WordsField({ field, value, set, fault }: WordsFieldProps) {
  const t = useWords();
  const id = useId();
  return (
    <div class="field">
      <label for={id}>
        {fieldWord(field.name, t)}
        <small>{t(field.required ? 'form.required' : 'form.optional')}</small>
      </label>
      <textarea
        id={id}
        rows={3}
        maxLength={MOST_WORDS}
        value={value}
        aria-invalid={fault !== undefined}
        aria-describedby={fault ? `${id}-fault` : undefined}
        onInput={({ currentTarget }) => set(currentTarget.value)}
      />
      {fault && (
        <p class="fault" id={`${id}-fault`} role="alert">
          {fault}
        </p>
      )}
    </div>
  );
}
