import type { OutboxItem } from '@wangge/offline';
import { useWords } from '../data/words';
import { usePhone } from '../session/phone';
import { Sheet } from '../ui/Sheet';
import { itemTitle } from './item-title';

/** Names what would be thrown away, and what has already arrived. */
export function DiscardSheet({ item, onClose }: { item: OutboxItem; onClose: () => void }) {
  const t = useWords();
  const { outbox } = usePhone();
  const discard = () => {
    void outbox.discard(item.id);
    onClose();
  };
  const left = item.photos.filter(({ ready }) => !ready).length;
  return (
    <Sheet title={t('phone.discard-title', { title: itemTitle(item, t) })} onClose={onClose}>
      <p>{item.accepted ? t('phone.discard-photos', { count: left }) : t('phone.discard-item', { count: item.photos.length })}</p>
      <div class="two">
        <button type="button" class="btn line" onClick={onClose}>
          {t('phone.keep')}
        </button>
        <button type="button" class="btn danger" onClick={discard}>
          {t('phone.discard')}
        </button>
      </div>
    </Sheet>
  );
}
