import type { OutboxItem } from '@wangge/offline';
import { useOutbox } from '../data/use-outbox';
import { useWords } from '../data/words';
import { Empty } from '../ui/Empty';
import { Icon } from '../ui/Icon';
import { NetLine } from '../ui/NetLine';
import { PageHead } from '../ui/PageHead';
import { AttentionItem } from './AttentionItem';
import { itemAddress } from './item-address';
import { itemTitle } from './item-title';
import { ItemStateWord } from './ItemStateWord';
import { OpenItem } from './OpenItem';

/** Everything on its way and where it is. */
export function OutboxPage() {
  const t = useWords();
  const items = useOutbox();
  const of = (...names: OutboxItem['state']['name'][]) => items.filter(({ state }) => names.includes(state.name));
  const [attention, open, delivered] = [of('attention'), of('waiting', 'sending'), of('delivered')];
  return (
    <div class="page">
      <PageHead title={t('phone.outbox')} back>
        <span class="txt">{t('phone.outbox-kept')}</span>
      </PageHead>
      <NetLine />
      <main class="scroll">
        {items.length === 0 && <Empty text={t('phone.outbox-empty')} hint={t('phone.outbox-empty-hint')} />}
        {attention.map((item) => (
          <AttentionItem key={item.id} item={item} />
        ))}
        {open.length > 0 && (
          <section>
            <div class="sec">
              <h2>{t('phone.sending-count', { count: open.length })}</h2>
              <span>{t('phone.urgent-first')}</span>
            </div>
            {open.map((item) => (
              <OpenItem key={item.id} item={item} />
            ))}
          </section>
        )}
        {delivered.length > 0 && <Delivered items={delivered} />}
      </main>
    </div>
  );
}

function Delivered({ items }: { items: readonly OutboxItem[] }) {
  const t = useWords();
  return (
    <section>
      <div class="sec">
        <h2>{t('phone.delivered-count', { count: items.length })}</h2>
        <span>{t('phone.cleared-tomorrow')}</span>
      </div>
      <ul class="rows">
        {items.map((item) => (
          <li key={item.id}>
            <a class="row" href={itemAddress(item)}>
              <span class="g">
                <b>{itemTitle(item, t)}</b>
                <span class="l2">
                  <ItemStateWord item={item} />
                  <span>{item.number}</span>
                </span>
              </span>
              <Icon name="next" />
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
