import { type OutboxItem, progressOf } from '@wangge/offline';
import { ItemHead } from './ItemHead';

export function OpenItem({ item }: { item: OutboxItem }) {
  const percent = Math.round(progressOf(item) * 100);
  return (
    <article class="it">
      <ItemHead item={item} />
      {percent > 0 && (
        <div class="pb">
          <i style={{ width: `${percent}%` }} />
        </div>
      )}
    </article>
  );
}
