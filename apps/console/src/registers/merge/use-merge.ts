import { type RecordComparison, registerDuplicatesApi } from '@wangge/contracts';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { v7 as uuid } from 'uuid';
import { client } from '../../data/client';
import { codeOf } from '../../data/errors';
import { useTexts } from '../../i18n/use-texts';
import { recordAddress } from '../register-address';
import { useReadRecordsAgain } from '../register-queries';

/** The id of the merge is made once: sent again after a lost answer, it is still one merge. */
export function useMerge({ one, other }: RecordComparison, onDone: () => void) {
  const t = useTexts();
  const notify = useNotify();
  const navigate = useNavigate();
  const readAgain = useReadRecordsAgain();
  const [id] = useState(() => uuid());
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);

  async function merge(take: string[], reason: string): Promise<void> {
    setBusy(true);
    setError(undefined);
    try {
      const body = { id, version: one.version, other: { id: other.id, version: other.version }, take, reason };
      const record = await client.call(registerDuplicatesApi.merge, { params: { register: one.register, id: one.id }, body });
      notify(t('console.merge.done', { title: record.title }), { type: 'success' });
      onDone();
      await navigate(recordAddress(one.register, record.id));
      await readAgain();
    } catch (refused) {
      setError(refused);
      setBusy(false);
      if (codeOf(refused) === 'record.stale') await readAgain();
    }
  }
  return { merge, error, busy };
}
