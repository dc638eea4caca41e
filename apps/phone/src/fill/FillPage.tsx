import type { FillItem, FillPart } from '@wangge/contracts';
import { href } from '../app/routes';
import { placeName } from '../data/place-name';
import { useWords } from '../data/words';
import { pointingWords } from '../records/pointing-words';
import { useLabel } from '../records/use-label';
import { useRegister } from '../records/use-register';
import { Empty } from '../ui/Empty';
import { Icon } from '../ui/Icon';
import { NetLine } from '../ui/NetLine';
import { PageHead } from '../ui/PageHead';
import { Trouble } from '../ui/Trouble';
import { type OpenPart, usePart } from './use-part';

/** What a table lacks in the worker's grid, record by record. */
export function FillPage({ part }: { part: string }) {
  const t = useWords();
  const opened = usePart(part);
  const { data, error } = opened.reply;
  return (
    <div class="page">
      <PageHead title={data?.collection.title ?? t('phone.task-fill')} under={data && placeName(data.names)} back />
      <NetLine />
      <main class="scroll">
        {data ? <Part part={data} opened={opened} /> : error ? <Trouble error={error} /> : <Empty text={t('phone.loading')} />}
      </main>
    </div>
  );
}

function Part({ part, opened: { open, waiting } }: { part: FillPart; opened: OpenPart }) {
  const t = useWords();
  const { state, dueOn, author } = part.collection;
  const facts = [
    t('phone.fill-progress', { done: part.done, items: part.items }),
    ...(waiting > 0 ? [t('phone.fill-waiting', { count: waiting })] : []),
    t('phone.fill-by', { author }),
    ...(dueOn ? [t('phone.fill-due', { date: dueOn })] : []),
  ];
  return (
    <>
      <p class="pad muted" role="status">
        {facts.join(' · ')}
      </p>
      {state !== 'open' && <Empty text={t('phone.fill-over')} />}
      {state === 'open' && open.length === 0 && <Empty text={t('phone.fill-none')} hint={t('phone.fill-none-hint')} />}
      {state === 'open' && (
        <ul class="rows">
          {open.map((item) => (
            <Row key={`${item.register} ${item.record.id}`} part={part} item={item} />
          ))}
        </ul>
      )}
      {part.nextCursor && <p class="pad muted">{t('phone.fill-more')}</p>}
    </>
  );
}

function Row({ part, item }: { part: FillPart; item: FillItem }) {
  const t = useWords();
  const labelOf = useLabel();
  const register = useRegister(item.register);
  const labels = [...(register?.fields ?? []).filter(({ name }) => item.open.includes(name)), ...part.questions.filter(({ name }) => item.questions.includes(name))];
  return (
    <li>
      <a class="row" href={href.fillItem(part.id, item.register, item.record.id)}>
        <span class="g">
          <b>{register ? t('phone.task-title', { kind: labelOf(register.label), title: item.record.title }) : item.record.title}</b>
          <span class="muted">{pointingWords(item.record)}</span>
          <span class="muted lacks">{t('phone.fill-lacks', { fields: labels.map(({ label }) => labelOf(label)).join(t('list.comma')) })}</span>
        </span>
        <Icon name="next" />
      </a>
    </li>
  );
}
