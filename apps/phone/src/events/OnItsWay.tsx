import { eventIdOf } from '@wangge/offline';
import { href } from '../app/routes';
import { useOutbox } from '../data/use-outbox';
import { useWords } from '../data/words';
import { ItemStateWord } from '../outbox/ItemStateWord';

/** What of this event is still in the outbox. */
export function OnItsWay({ id }: { id: string }) {
  const t = useWords();
  const items = useOutbox().filter((item) => eventIdOf(item) === id && item.state.name !== 'delivered');
  return (
    <>
      {items.map((item) => (
        <a key={item.id} class="on-its-way" href={href.outbox}>
          <b>{item.command.kind === 'action' ? t(`action.${item.command.body.action}`) : t('action.submit')}</b>
          <ItemStateWord item={item} />
        </a>
      ))}
    </>
  );
}
