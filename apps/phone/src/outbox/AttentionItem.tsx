import { errorKey } from '@wangge/texts';
import { eventIdOf, needsPlace, type OutboxItem } from '@wangge/offline';
import { useState } from 'preact/hooks';
import { href } from '../app/routes';
import { show } from '../app/toasts';
import { useWords } from '../data/words';
import { usePhone } from '../session/phone';
import { Icon } from '../ui/Icon';
import { DiscardSheet } from './DiscardSheet';
import { ItemHead } from './ItemHead';
import { MovePlace } from './MovePlace';
import { needsClass, sendAgain, withoutClass } from './resend';

/** An item the server refused: why, and what can be done about it. */
export function AttentionItem({ item }: { item: OutboxItem }) {
  const t = useWords();
  const phone = usePhone();
  const [open, setOpen] = useState<'place' | 'discard'>();
  if (item.state.name !== 'attention') return null;
  const close = () => setOpen(undefined);

  async function again() {
    if (!(await sendAgain(phone, item))) show({ text: t('phone.step-gone'), to: href.event(eventIdOf(item)) });
  }

  return (
    <article class="it">
      <ItemHead item={item} />
      <div class="w">
        <p class="why">
          <b>{t(item.accepted ? 'phone.photo-refused' : 'phone.refused')}</b>
          {t(errorKey(item.state.code))}
        </p>
        <div class="three">
          {needsPlace(item) && (
            <button type="button" class="btn soft" onClick={() => setOpen('place')}>
              {t('phone.change-place')}
            </button>
          )}
          {needsClass(item) && (
            <button type="button" class="btn soft" onClick={() => void withoutClass(phone, item)}>
              {t('phone.without-class')}
            </button>
          )}
          {item.command.kind === 'action' && (
            <a class="btn soft" href={href.event(eventIdOf(item))}>
              {t('phone.look')}
            </a>
          )}
          <button type="button" class="btn line" onClick={() => void again()}>
            <Icon name="redo" />
            {t('phone.send-again')}
          </button>
          <button type="button" class="btn danger" onClick={() => setOpen('discard')}>
            {t('phone.discard')}
          </button>
        </div>
      </div>
      {open === 'place' && <MovePlace item={item} onClose={close} />}
      {open === 'discard' && <DiscardSheet item={item} onClose={close} />}
    </article>
  );
}
