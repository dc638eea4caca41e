import type { RegisterView } from '@wangge/contracts';
import { useState } from 'preact/hooks';
import { href } from '../app/routes';
import { useReply } from '../data/use-reply';
import { useWords } from '../data/words';
import { Empty } from '../ui/Empty';
import { Icon } from '../ui/Icon';
import { NetLine } from '../ui/NetLine';
import { PageHead } from '../ui/PageHead';
import { Trouble } from '../ui/Trouble';
import { pointingWords } from './pointing-words';
import { foundRecords, newestRecords } from './record-questions';
import { SearchLine } from './SearchLine';
import { useLabel } from './use-label';
import { useRegister } from './use-register';

/** Records of the worker's own area: the newest, or what words find. */
export function RecordsPage({ register: name }: { register: string }) {
  const t = useWords();
  const labelOf = useLabel();
  const register = useRegister(name);
  return (
    <div class="page">
      <PageHead title={register ? labelOf(register.label) : t('phone.registers')} back>
        {register && mayAdd(register) && (
          <a class="btn quiet" href={href.newRecord(name)}>
            <Icon name="plus" />
            {t('phone.record-new')}
          </a>
        )}
      </PageHead>
      <NetLine />
      <main class="scroll">
        {register === null && <Empty text={t('phone.not-here-offline')} />}
        {register && <Records register={name} />}
      </main>
    </div>
  );
}

/** Lines and areas are drawn on a larger screen. */
export const mayAdd = ({ mayWrite, geometry }: RegisterView): boolean => mayWrite && (geometry === 'none' || geometry === 'point');

function Records({ register }: { register: string }) {
  const t = useWords();
  const [q, setQ] = useState('');
  const newest = useReply(...newestRecords(register));
  const found = useReply(...foundRecords(register, q));
  const { data, error } = q === '' ? newest : found;
  return (
    <>
      <SearchLine onSearch={setQ} />
      {!data && (error ? <Trouble error={error} /> : <Empty text={t('phone.loading')} />)}
      {data && data.items.length > 0 && (
        <p class="pad muted" role="status">
          {t(data.totalIs === 'exact' ? 'phone.records-found' : 'phone.records-found-at-least', { count: data.total })}
        </p>
      )}
      {data?.items.length === 0 &&
        (q === '' ? <Empty text={t('phone.records-none')} /> : <Empty text={t('phone.records-not-found')} hint={t('phone.records-not-found-hint')} />)}
      <ul class="rows">
        {data?.items.map((record) => (
          <li key={record.id}>
            <a class="row" href={href.record(register, record.id)}>
              <span class="g">
                <b>{record.title}</b>
                <span class="muted">{pointingWords(record)}</span>
              </span>
              <Icon name="next" />
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
