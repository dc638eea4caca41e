import { FillCommand, type FillItem, type FillPart, type RegisterField, type RegisterView } from '@wangge/contracts';
import { faultsOf, type RecordDraft, type RecordFaults, valuesOf } from '@wangge/domain';
import { useState } from 'preact/hooks';
import { href } from '../app/routes';
import { type DraftEditor, useDraft, useDraftEditor } from '../data/draft-editor';
import { useWords } from '../data/words';
import { FieldInput } from '../records/FieldInput';
import { pointingWords } from '../records/pointing-words';
import { SaveBar } from '../records/SaveBar';
import { useLabel } from '../records/use-label';
import { useRegister } from '../records/use-register';
import { useSend } from '../records/use-send';
import { Empty } from '../ui/Empty';
import { Icon } from '../ui/Icon';
import { NetLine } from '../ui/NetLine';
import { PageHead } from '../ui/PageHead';
import { Trouble } from '../ui/Trouble';
import { usePart } from './use-part';

export interface FillFormPageProps {
  readonly part: string;
  readonly register: string;
  readonly id: string;
}

export const fillDraftKey = (part: string, id: string): string => `fill/${part}/${id}`;

/** One record: only what is missing is asked for. */
export function FillFormPage({ part: partId, register: name, id }: FillFormPageProps) {
  const t = useWords();
  const labelOf = useLabel();
  const register = useRegister(name);
  const { data: part, error } = usePart(partId).reply;
  const editor = useDraftEditor(fillDraftKey(partId, id));
  const item = part?.open.find(({ record }) => record.id === id);
  return (
    <div class="page">
      <PageHead title={item?.record.title ?? t('phone.task-fill')} under={item ? pointingWords(item.record) : register ? labelOf(register.label) : undefined} back />
      <NetLine />
      {part && item && register && editor && <FillForm part={part} item={item} register={register} editor={editor} />}
      {part && !item && <Empty text={t('phone.fill-gone')} />}
      {!part && (error ? <Trouble error={error} /> : <Empty text={t('phone.loading')} />)}
    </div>
  );
}

interface FillFormProps {
  readonly part: FillPart;
  readonly item: FillItem;
  readonly register: RegisterView;
  readonly editor: DraftEditor;
}

/** What a worker does not know he leaves empty: nothing is required here. */
const asked = (fields: readonly RegisterField[], names: readonly string[]): RegisterField[] =>
  fields.filter(({ name }) => names.includes(name)).map((field) => ({ ...field, required: false }));

/** Answers are kept apart from fields in a draft: both may have one name. */
const ANSWER = 'answer:';
const answersIn = (words: RecordDraft): RecordDraft =>
  Object.fromEntries(Object.entries(words).flatMap(([key, text]) => (key.startsWith(ANSWER) ? [[key.slice(ANSWER.length), text]] : [])));

function FillForm({ part, item, register, editor }: FillFormProps) {
  const t = useWords();
  const { words, id: commandId } = useDraft(editor);
  const [faults, setFaults] = useState<{ readonly values: RecordFaults; readonly answers: RecordFaults }>({ values: {}, answers: {} });
  const { send, trouble, setTrouble } = useSend(editor);
  const { record } = item;
  const fields = { ...register, fields: asked(register.fields, item.open) };
  const questions = { ...register, fields: asked(part.questions, item.questions) };
  const answers = answersIn(words);

  async function submit() {
    const found = { values: faultsOf(fields, words, record), answers: faultsOf(questions, answers, undefined) };
    setFaults(found);
    if (Object.keys({ ...found.values, ...found.answers }).length > 0) return setTrouble('');
    const filled = { values: valuesOf(fields, words, record), answers: valuesOf(questions, answers, undefined) };
    if (Object.keys({ ...filled.values, ...filled.answers }).length === 0) return setTrouble(t('phone.fill-nothing'));
    const body = FillCommand.parse({ commandId, register: item.register, recordId: record.id, version: record.version, ...filled });
    await send({ kind: 'fill', partId: part.id, body }, record.title);
  }

  return (
    <>
      <main class="scroll pad form">
        {fields.fields.map((field) => (
          <FieldInput
            key={field.name}
            field={field}
            draft={words}
            record={record}
            fault={faults.values[field.name]}
            onChange={(name, text) => void editor.setWord(name, text)}
          />
        ))}
        {questions.fields.length > 0 && <h2>{t('phone.fill-questions')}</h2>}
        {questions.fields.map((field) => (
          <FieldInput
            key={field.name}
            field={field}
            draft={answers}
            record={undefined}
            fault={faults.answers[field.name]}
            onChange={(name, text) => void editor.setWord(`${ANSWER}${name}`, text)}
          />
        ))}
        <a class="btn quiet" href={href.record(item.register, record.id)}>
          {t('phone.record-facts')}
          <Icon name="next" />
        </a>
      </main>
      <SaveBar trouble={trouble} text={t('phone.fill-send')} onSave={() => void submit()} />
    </>
  );
}
