import { localTime } from '@wangge/look';
import type { OutboxItem } from '@wangge/offline';
import { useWords } from '../data/words';
import { Icon } from '../ui/Icon';
import { ItemStateWord } from './ItemStateWord';
import { itemTitle } from './item-title';

/** Picture, name, time and state of an item. */
export function ItemHead({ item }: { item: OutboxItem }) {
  const t = useWords();
  const ready = item.photos.filter((photo) => photo.ready).length;
  return (
    <>
      <div class="th">{item.thumbnail ? <img src={item.thumbnail} alt="" /> : <Icon name="send" />}</div>
      <div>
        <h3>
          {itemTitle(item, t)}
          <span>{localTime(item.createdAt).clock}</span>
        </h3>
        <div class="d2">
          <ItemStateWord item={item} />
          {item.state.name === 'attention' ? (
            <span>{t('phone.all-kept')}</span>
          ) : (
            item.photos.length > 0 && <span>{t('phone.photos-sent', { ready, count: item.photos.length })}</span>
          )}
        </div>
      </div>
    </>
  );
}
