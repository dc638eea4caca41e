import type { RecordDetail, RegisterView } from '@wangge/contracts';
import { askedFields } from '@wangge/domain';
import { recordWorkOf } from '@wangge/offline';
import { href } from '../app/routes';
import { placeName } from '../data/place-name';
import { useOutbox } from '../data/use-outbox';
import { useReply } from '../data/use-reply';
import { useWords } from '../data/words';
import { ItemStateWord } from '../outbox/ItemStateWord';
import { Empty } from '../ui/Empty';
import { NetLine } from '../ui/NetLine';
import { PageHead } from '../ui/PageHead';
import { Trouble } from '../ui/Trouble';
import { CareTags } from './CareTags';
import { oneRecord } from './record-questions';
import { useLabel, useValueWords } from './use-label';
import { useRegister } from './use-register';

/** One record as the worker may see it. */
export function RecordPage({ register: name, id }: { register: string; id: string }) {
  const t = useWords();
  const register = useRegister(name);
  const { data: record, error } = useReply(...oneRecord(name, id));
  return (
    <div class="page">
      <PageHead title={record?.title ?? t('phone.record-facts')} under={record && placeName(record.names)} back />
      <NetLine />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and holds nothing else for the keyboard to stand on. */}
      <main class="scroll" tabIndex={0}>
        <WaitingChange id={id} />
        {record && register ? (
          <>
            <CareTags register={register} id={record.id} />
            <Facts register={register} record={record} />
          </>
        ) : error || register === null ? (
          <Trouble error={error} />
        ) : (
          <Empty text={t('phone.loading')} />
        )}
      </main>
      {record && register?.mayWrite && (
        <footer class="act">
          <a class="btn prim big wide" href={href.editRecord(name, id)}>
            {t('phone.record-edit')}
          </a>
        </footer>
      )}
    </div>
  );
}

/** What of this record is still in the outbox. */
function WaitingChange({ id }: { id: string }) {
  const t = useWords();
  const items = useOutbox().filter((item) => recordWorkOf(item)?.id === id && item.state.name !== 'delivered');
  return (
    <>
      {items.map((item) => (
        <a key={item.id} class="on-its-way" href={href.outbox}>
          <b>{t('phone.record-waiting')}</b>
          <ItemStateWord item={item} />
        </a>
      ))}
    </>
  );
}

function Facts({ register, record }: { register: RegisterView; record: RecordDetail }) {
  const labelOf = useLabel();
  const wordsOf = useValueWords();
  const shown = register.fields.filter(
    (field) => (record.values[field.name] ?? null) !== null || askedFields(register, {}, record).includes(field),
  );
  return (
    <dl class="facts">
      {shown.map((field) => (
        <div key={field.name}>
          <dt>{labelOf(field.label)}</dt>
          <dd>{record.referenceTitles[field.name] ?? wordsOf(field, record.values[field.name] ?? null)}</dd>
        </div>
      ))}
    </dl>
  );
}
