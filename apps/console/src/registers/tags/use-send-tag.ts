import { type RecordTag, type RecordView, registerTagsApi } from '@wangge/contracts';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { v7 as uuid } from 'uuid';
import { client } from '../../data/client';
import { useTexts } from '../../i18n/use-texts';

export interface TagDraft {
  readonly kind: string;
  readonly source: string;
  readonly since: string;
  readonly expiresOn: string;
  readonly note: string;
}

/** The id of a new tag is made once: sent again after a lost answer, it is still one tag. */
export function useSendTag({ register, id: recordId }: RecordView, tag: RecordTag | undefined, onDone: (tag: RecordTag) => void) {
  const t = useTexts();
  const notify = useNotify();
  const [id] = useState(() => uuid());
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);

  const ask = ({ kind, source, since, expiresOn, note }: TagDraft): Promise<RecordTag> => {
    const params = { register, id: recordId };
    const said = { source, expiresOn, note: note.trim() || null };
    if (!tag) return client.call(registerTagsApi.add, { params, body: { id, kind, since, ...said } });
    return client.call(registerTagsApi.renew, { params: { ...params, tag: tag.id }, body: { version: tag.version, ...said } });
  };

  async function send(draft: TagDraft): Promise<void> {
    setBusy(true);
    setError(undefined);
    try {
      const done = await ask(draft);
      notify(t('console.tags.done'), { type: 'success' });
      onDone(done);
    } catch (refused) {
      setError(refused);
      setBusy(false);
    }
  }
  return { send, error, busy };
}
