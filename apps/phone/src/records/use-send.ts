import { type Command, newItem } from '@wangge/offline';
import { useState } from 'preact/hooks';
import { goBack, href } from '../app/routes';
import { show } from '../app/toasts';
import type { DraftEditor } from '../data/draft-editor';
import { useWords } from '../data/words';
import { usePhone } from '../session/phone';

/** Hands what was written to the outbox, and leaves the form. */
export function useSend(editor: DraftEditor) {
  const t = useWords();
  const { outbox, connection, me } = usePhone();
  const [trouble, setTrouble] = useState('');

  async function send(command: Command, title: string): Promise<void> {
    const draft = editor.draft.value;
    const item = newItem({
      id: draft.id,
      accountId: me.id,
      command,
      title,
      urgent: false,
      thumbnail: null,
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
  return { send, trouble, setTrouble };
}
