import { type RecordPair, type RecordView, registerDuplicatesApi, type RegisterView } from '@wangge/contracts';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { Link } from 'react-router-dom';
import { client } from '../../data/client';
import { useTexts } from '../../i18n/use-texts';
import { ErrorNotice } from '../../ui/Notice';
import { PlacePath } from '../../ui/PlacePath';
import { MergeDialog } from '../merge/MergeDialog';
import { RecordValue } from '../RecordValue';
import { recordAddress } from '../register-address';
import { useReadRecordsAgain } from '../register-queries';
import { useLabel } from '../register-words';
import { LikenessWords } from './LikenessWords';

interface PairCardProps {
  readonly register: RegisterView;
  readonly pair: RecordPair;
}

/** Two records side by side in what tells whether they are one, and what to do with them. */
export function PairCard({ register, pair }: PairCardProps) {
  const t = useTexts();
  const [isOpen, setOpen] = useState(false);
  const { dismiss, error, busy } = useDismiss(register, pair);
  return (
    <article className="pair">
      <LikenessWords register={register} likeness={pair.likeness} />
      <div className="pair-sides">
        {[pair.one, pair.other].map((record) => (
          <Side key={record.id} register={register} record={record} />
        ))}
      </div>
      {error !== undefined && <ErrorNotice error={error} />}
      <div className="pair-buttons">
        <button type="button" className="button primary" onClick={() => setOpen(true)}>
          {t('console.pairs.compare')}
        </button>
        <button type="button" className="button" disabled={busy} onClick={() => void dismiss()}>
          {t('console.pairs.dismiss')}
        </button>
      </div>
      {isOpen && <MergeDialog register={register} id={pair.one.id} other={pair.other.id} onClose={() => setOpen(false)} />}
    </article>
  );
}

function Side({ register, record }: { readonly register: RegisterView; readonly record: RecordView }) {
  const labelOf = useLabel();
  const fields = register.fields.filter(({ name }) => register.likenessFields.includes(name) && name !== register.titleField);
  return (
    <section className="pair-side">
      <h2>
        <Link to={recordAddress(register.name, record.id)}>{record.title}</Link>
      </h2>
      <PlacePath names={record.names} />
      <dl>
        {fields.map((field) => (
          <div key={field.name} className="fact">
            <dt>{labelOf(field.label)}</dt>
            <dd>
              <RecordValue field={field} record={record} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function useDismiss(register: RegisterView, { id }: RecordPair) {
  const t = useTexts();
  const notify = useNotify();
  const readAgain = useReadRecordsAgain();
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);

  async function dismiss(): Promise<void> {
    setBusy(true);
    setError(undefined);
    try {
      await client.call(registerDuplicatesApi.dismiss, { params: { register: register.name, id } });
      notify(t('console.pairs.dismissed'), { type: 'success' });
      await readAgain();
    } catch (reason) {
      setError(reason);
      setBusy(false);
    }
  }
  return { dismiss, error, busy };
}
