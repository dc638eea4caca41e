import { standardsApi } from '@wangge/contracts';
import { useState } from 'preact/hooks';
import { href, leaveFor } from '../app/routes';
import { show } from '../app/toasts';
import { type DraftEditor, useDraft } from '../data/draft-editor';
import { useReply } from '../data/use-reply';
import { sentenceFor, useWords } from '../data/words';
import { usePhone } from '../session/phone';
import { Icon } from '../ui/Icon';
import { reportFault, reportItem } from './report-item';
import { isRefused, useLocated } from './use-located';

/** Send: kept on the device first, then on its way by itself. */
export function ReportBar({ editor }: { editor: DraftEditor }) {
  const t = useWords();
  const { outbox, connection } = usePhone();
  const draft = useDraft(editor);
  const [tried, setTried] = useState(false);
  const [full, setFull] = useState(false);
  const classes = useReply(standardsApi.classes, { query: {} }).data?.items ?? [];
  const located = useLocated(draft.place);
  const className = classes.find(({ code }) => code === draft.words.classCode)?.name;
  const fault = reportFault(draft, className);
  const refusal = isRefused(located) ? sentenceFor(located.error, t) : '';
  const wrong = fault ? t(fault === 'place' ? 'phone.place-needed' : 'phone.text-needed') : refusal;
  // What was wrong at the last try is told for as long as it is.
  const trouble = full ? t('phone.no-room') : tried ? wrong : '';

  async function send() {
    setTried(true);
    const item = reportItem(draft, className, new Date());
    if (wrong || !item) return;
    try {
      await editor.submit(item);
    } catch {
      return setFull(true);
    }
    void navigator.storage?.persist?.();
    void outbox.wake();
    show({ text: t(connection.reachable.value ? 'phone.toast-kept' : 'phone.toast-kept-offline'), to: href.outbox });
    leaveFor(href.home);
  }

  return (
    <footer class="act">
      {trouble && (
        <p class="why" role="alert">
          {trouble}
        </p>
      )}
      <p>{t('phone.send-hint')}</p>
      <button type="button" class="btn prim big wide" onClick={() => void send()}>
        <Icon name="send" />
        {t('phone.send')}
      </button>
    </footer>
  );
}
