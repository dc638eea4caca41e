import type { ActionField, EventView } from '@wangge/contracts';
import { newItem } from '@wangge/offline';
import { useState } from 'preact/hooks';
import { goBack, href } from '../app/routes';
import { show } from '../app/toasts';
import { type DraftEditor, useDraft, useDraftEditor } from '../data/draft-editor';
import { useReply } from '../data/use-reply';
import { type PhoneWords, useWords } from '../data/words';
import { usePhone } from '../session/phone';
import { Empty } from '../ui/Empty';
import { Icon } from '../ui/Icon';
import { NetLine } from '../ui/NetLine';
import { PageHead } from '../ui/PageHead';
import { Trouble } from '../ui/Trouble';
import { oneEvent } from './event-questions';
import { fieldWord } from './field-word';
import type { StepAction } from './step-actions';
import { stepCommand, type StepFault } from './step-command';
import { StepFieldInput } from './StepFieldInput';

/** One step on an event: its fields come from the server's list of what this viewer may do. */
export function StepPage({ id, action }: { id: string; action: StepAction }) {
  const t = useWords();
  const { data: event, error } = useReply(...oneEvent(id));
  const editor = useDraftEditor(`${id}/${action}`);
  const offered = event?.availableActions.some((available) => available.action === action);
  return (
    <div class="page">
      <PageHead title={t(`action.${action}`)} under={event?.title} back />
      <NetLine />
      {event && editor && offered && <StepForm event={event} action={action} editor={editor} />}
      {event && !offered && <Empty text={t('phone.step-gone')} hint={t('phone.step-gone-hint')} />}
      {!event && (error ? <Trouble error={error} /> : <Empty text={t('phone.loading')} />)}
    </div>
  );
}

function StepForm({ event, action, editor }: { event: EventView; action: StepAction; editor: DraftEditor }) {
  const t = useWords();
  const { outbox, connection, me } = usePhone();
  const draft = useDraft(editor);
  const [faults, setFaults] = useState<readonly StepFault[]>([]);
  const [trouble, setTrouble] = useState('');
  const fields = event.availableActions.find((available) => available.action === action)?.input ?? [];

  async function submit() {
    const command = stepCommand(event, action, draft);
    if ('faults' in command) return setFaults(command.faults);
    const item = newItem({
      id: draft.id,
      accountId: me.id,
      command: { kind: 'action', eventId: event.id, body: command.body },
      title: event.title,
      urgent: event.urgency !== 'normal',
      thumbnail: draft.photos[0]?.thumbnail ?? null,
      createdAt: new Date().toISOString(),
    });
    try {
      await editor.submit(item);
    } catch {
      return setTrouble(t('phone.no-room'));
    }
    void outbox.wake();
    show({ text: t(connection.reachable.value ? 'phone.toast-kept' : 'phone.toast-kept-offline'), to: href.outbox });
    goBack();
  }

  return (
    <>
      <main class="scroll pad form">
        {fields.map((field) => (
          <StepFieldInput key={field.name} field={field} editor={editor} fault={faultWords(faults, field, t)} />
        ))}
      </main>
      <footer class="act">
        {trouble && (
          <p class="why" role="alert">
            {trouble}
          </p>
        )}
        <p>{t('phone.send-hint')}</p>
        <button type="button" class="btn prim big wide" onClick={() => void submit()}>
          <Icon name="send" />
          {t(`phone.send-${action}`)}
        </button>
      </footer>
    </>
  );
}

const LEAST_REASON = 2;
const MOST_WORDS = 1000;

function faultWords(faults: readonly StepFault[], { name, kind }: ActionField, t: PhoneWords): string | undefined {
  const fault = faults.find(({ field }) => field === name)?.fault;
  const field = fieldWord(name, t);
  if (!fault) return undefined;
  if (fault === 'missing') return t(kind === 'text' ? 'form.fill-in' : 'form.choose', { field });
  if (fault === 'too-short') return t('form.too-short', { field, least: LEAST_REASON });
  return t('phone.too-long', { field, most: MOST_WORDS });
}
