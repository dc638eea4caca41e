import { MOST_QUESTIONS, QuestionKind, type RegisterView } from '@wangge/contracts';
import { useTexts } from '../i18n/use-texts';
import { useLabel } from '../registers/register-words';
import { Icon } from '../ui/Icon';
import { useDebounced } from '../ui/use-debounced';
import { useResembling } from './collection-queries';
import type { QuestionDraft } from './table-draft';

interface QuestionRowsProps {
  readonly register: RegisterView;
  readonly questions: readonly QuestionDraft[];
  readonly onChange: (questions: readonly QuestionDraft[]) => void;
}

/** What no register holds. Whoever asks for something that is there is told where. */
export function QuestionRows({ register, questions, onChange }: QuestionRowsProps) {
  const t = useTexts();
  const next = Math.max(0, ...questions.map(({ key }) => key)) + 1;
  const change = (changed: QuestionDraft) => onChange(questions.map((each) => (each.key === changed.key ? changed : each)));
  return (
    <section className="make-section" aria-labelledby="questions-title">
      <header>
        <h2 id="questions-title">{t('console.collections.questions')}</h2>
        <span className="muted">{t('console.collections.questions-why')}</span>
      </header>
      {questions.map((question) => (
        <QuestionRow
          key={question.key}
          register={register}
          question={question}
          onChange={change}
          onRemove={() => onChange(questions.filter(({ key }) => key !== question.key))}
        />
      ))}
      {questions.length < MOST_QUESTIONS && (
        <button type="button" className="button add-question" onClick={() => onChange([...questions, { key: next, label: '', kind: 'text', choices: '' }])}>
          <Icon name="plus" />
          {t('console.collections.add-question')}
        </button>
      )}
    </section>
  );
}

interface QuestionRowProps {
  readonly register: RegisterView;
  readonly question: QuestionDraft;
  readonly onChange: (question: QuestionDraft) => void;
  readonly onRemove: () => void;
}

function QuestionRow({ register, question, onChange, onRemove }: QuestionRowProps) {
  const t = useTexts();
  return (
    <div className="question-row">
      <input
        value={question.label}
        maxLength={60}
        placeholder={t('console.collections.question')}
        aria-label={t('console.collections.question')}
        onChange={({ target }) => onChange({ ...question, label: target.value })}
      />
      <select
        value={question.kind}
        aria-label={t('console.collections.kind')}
        onChange={({ target }) => onChange({ ...question, kind: QuestionKind.parse(target.value) })}
      >
        {QuestionKind.options.map((kind) => (
          <option key={kind} value={kind}>
            {t(`console.collections.kind.${kind}`)}
          </option>
        ))}
      </select>
      {question.kind === 'choice' && (
        <input
          className="question-choices"
          value={question.choices}
          maxLength={600}
          placeholder={t('console.collections.choices')}
          aria-label={t('console.collections.choices')}
          onChange={({ target }) => onChange({ ...question, choices: target.value })}
        />
      )}
      <button type="button" className="icon-button" aria-label={t('console.collections.drop-question', { question: question.label })} onClick={onRemove}>
        <Icon name="close" />
      </button>
      <ResemblingNotice register={register} label={question.label} />
    </div>
  );
}

function ResemblingNotice({ register, label: typed }: { readonly register: RegisterView; readonly label: string }) {
  const t = useTexts();
  const labelOf = useLabel();
  const label = useDebounced(typed.trim(), 400);
  const { data } = useResembling(label, register.name);
  const found = label === '' ? [] : (data?.items ?? []).slice(0, 3);
  if (found.length === 0) return null;
  const places = found.map((each) => t('console.collections.place', { register: labelOf(each.registerLabel), field: labelOf(each.label) }));
  return (
    <p className="soon" role="status">
      {t('console.collections.resembles', { places: places.join(t('list.comma')) })}
    </p>
  );
}
