import { errorKey } from '@wangge/texts';
import { needsPlace, type OutboxItem, recordWorkOf } from '@wangge/offline';
import { useState } from 'preact/hooks';
import { show } from '../app/toasts';
import { sentenceFor, useWords } from '../data/words';
import { usePhone } from '../session/phone';
import { Icon } from '../ui/Icon';
import { backToForm, hasForm } from './back-to-form';
import { CompareSheet } from './CompareSheet';
import { DiscardSheet } from './DiscardSheet';
import { itemAddress } from './item-address';
import { ItemHead } from './ItemHead';
import { MovePlace } from './MovePlace';
import { type Comparison, compare, isStaleRecord, sendOn } from './record-conflict';
import { needsClass, sendAgain, withoutClass } from './resend';

/** An item the server refused: why, and what can be done about it. */
export function AttentionItem({ item }: { item: OutboxItem }) {
  const t = useWords();
  const phone = usePhone();
  const [open, setOpen] = useState<'place' | 'discard'>();
  const [comparison, setComparison] = useState<Comparison>();
  if (item.state.name !== 'attention') return null;
  const close = () => setOpen(undefined);

  async function again() {
    if (isStaleRecord(item)) return rebase();
    if (!(await sendAgain(phone, item))) show({ text: t('phone.step-gone'), to: itemAddress(item) });
  }

  /** Based on the record as it is now, where nobody changed the same fields; else both values are shown. */
  async function rebase() {
    const work = recordWorkOf(item);
    if (!work) return;
    try {
      const found = await compare(phone, work);
      if (found.conflicts.length > 0) return setComparison(found);
      await sendOn(phone, item, found.record, work.values);
      show({ text: t('phone.compare-clear') });
    } catch (error) {
      show({ text: sentenceFor(error, t) });
    }
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
            <a class="btn soft" href={itemAddress(item)}>
              {t('phone.look')}
            </a>
          )}
          {hasForm(item) && !isStaleRecord(item) && (
            <button type="button" class="btn soft" onClick={() => void backToForm(phone, item)}>
              {t('phone.back-to-form')}
            </button>
          )}
          <button type="button" class="btn line" onClick={() => void again()}>
            <Icon name="redo" />
            {t(isStaleRecord(item) ? 'phone.compare' : 'phone.send-again')}
          </button>
          <button type="button" class="btn danger" onClick={() => setOpen('discard')}>
            {t('phone.discard')}
          </button>
        </div>
      </div>
      {comparison && <CompareSheet item={item} comparison={comparison} onClose={() => setComparison(undefined)} />}
      {open === 'place' && <MovePlace item={item} onClose={close} />}
      {open === 'discard' && <DiscardSheet item={item} onClose={close} />}
    </article>
  );
}
