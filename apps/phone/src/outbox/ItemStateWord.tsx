import { localTime } from '@wangge/look';
import { type OutboxItem, progressOf } from '@wangge/offline';
import { useStore } from '../data/store';
import { useWords } from '../data/words';
import { usePhone } from '../session/phone';
import { MarkedWord } from '../ui/Mark';

/** Where an item is on its way, as a shape and a word. */
export function ItemStateWord({ item }: { item: OutboxItem }) {
  const t = useWords();
  const reachable = useStore(usePhone().connection.reachable);
  switch (item.state.name) {
    case 'waiting':
      return <MarkedWord mark="waiting" text={t(reachable ? 'phone.item-waiting' : 'phone.item-no-network')} />;
    case 'sending':
      return <MarkedWord mark="progress" text={t('phone.item-sending', { percent: Math.round(progressOf(item) * 100) })} />;
    case 'attention':
      return <MarkedWord mark="overdue" text={t('phone.item-attention')} />;
    case 'delivered':
      return <MarkedWord mark="done" text={t('phone.item-delivered', { time: localTime(item.state.at).clock })} />;
  }
}
