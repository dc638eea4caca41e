import { ChangeRecord, CreateRecord, type RecordView, type RegisterView } from '@wangge/contracts';
import { askedFields, faultsOf, type RecordFaults, valuesOf } from '@wangge/domain';
import type { Command, Draft } from '@wangge/offline';
import { useState } from 'preact/hooks';
import { type DraftEditor, useDraft, useDraftEditor } from '../data/draft-editor';
import { useReply } from '../data/use-reply';
import { type PhoneWords, useWords } from '../data/words';
import { PlaceCard } from '../report/PlaceCard';
import { usePhone } from '../session/phone';
import { Empty } from '../ui/Empty';
import { NetLine } from '../ui/NetLine';
import { PageHead } from '../ui/PageHead';
import { Trouble } from '../ui/Trouble';
import { FieldInput } from './FieldInput';
import { oneRecord } from './record-questions';
import { SaveBar } from './SaveBar';
import { useLabel } from './use-label';
import { useRegister } from './use-register';
import { useSend } from './use-send';

export const recordDraftKey = (register: string, id: string | undefined): string => `record/${register}/${id ?? 'new'}`;

/** Adds a record, or changes one, with or without network. */
export function RecordFormPage({ register: name, id }: { register: string; id?: string }) {
  const t = useWords();
  const labelOf = useLabel();
  const register = useRegister(name);
  const [endpoint, input] = oneRecord(name, id ?? '');
  const { data: record, error } = useReply(endpoint, id === undefined ? undefined : input);
  const editor = useDraftEditor(recordDraftKey(name, id));
  const ready = register && editor && (id === undefined || record);
  return (
    <div class="page">
      <PageHead title={t(id === undefined ? 'phone.record-new' : 'phone.record-edit')} under={register ? (record?.title ?? labelOf(register.label)) : undefined} back />
      <NetLine />
      {ready && <RecordForm register={register} record={record} editor={editor} />}
      {!ready && (error || register === null ? <Trouble error={error} /> : <Empty text={t('phone.loading')} />)}
    </div>
  );
}

interface RecordFormProps {
  readonly register: RegisterView;
  readonly record: RecordView | undefined;
  readonly editor: DraftEditor;
}

function RecordForm({ register, record, editor }: RecordFormProps) {
  const t = useWords();
  const draft = useDraft(editor);
  const gridCode = useOwnGrid();
  const [faults, setFaults] = useState<RecordFaults>({});
  const { send, trouble, setTrouble } = useSend(editor);
  const asksPlace = !record && register.geometry === 'point';

  async function submit() {
    const found = faultsOf(register, draft.words, record);
    setFaults(found);
    if (Object.keys(found).length > 0) return setTrouble('');
    const command = record ? changeOf(register, record, draft) : additionOf(register, draft, gridCode);
    if ('why' in command) return setTrouble(t(command.why));
    await send(command.command, record?.title ?? draft.words[register.titleField] ?? '');
  }

  return (
    <>
      <main class="scroll pad form">
        {asksPlace && <PlaceCard editor={editor} plain />}
        {askedFields(register, draft.words, record).map((field) => (
          <FieldInput
            key={field.name}
            field={field}
            draft={draft.words}
            record={record}
            fault={faults[field.name]}
            onChange={(name, text) => void editor.setWord(name, text)}
          />
        ))}
      </main>
      <SaveBar trouble={trouble} text={t('phone.record-save')} onSave={() => void submit()} />
    </>
  );
}

type Built = { readonly command: Command } | { readonly why: Parameters<PhoneWords>[0] };

function changeOf(register: RegisterView, record: RecordView, draft: Draft): Built {
  const values = valuesOf(register, draft.words, record);
  if (Object.keys(values).length === 0) return { why: 'phone.record-unchanged' };
  const body = ChangeRecord.parse({ commandId: draft.id, version: record.version, values });
  return { command: { kind: 'change-record', register: register.name, recordId: record.id, body } };
}

function additionOf(register: RegisterView, { id, words, place }: Draft, gridCode: string | undefined): Built {
  const isPoint = register.geometry === 'point';
  if (isPoint && !place) return { why: 'phone.record-no-place' };
  if (!isPoint && gridCode === undefined) return { why: 'phone.record-no-grid' };
  const where = isPoint ? { point: place?.point } : { gridCode };
  const body = CreateRecord.parse({ id, ...where, values: valuesOf(register, words, undefined) });
  return { command: { kind: 'create-record', register: register.name, body } };
}

const UNIT_GRID_DIGITS = 15;

/** The one unit grid the worker holds, where he holds one. */
function useOwnGrid(): string | undefined {
  const { me } = usePhone();
  const scopes = me.assignments.flatMap(({ scope }) => (scope?.length === UNIT_GRID_DIGITS ? scope : []));
  return scopes.length === 1 ? scopes[0] : undefined;
}
