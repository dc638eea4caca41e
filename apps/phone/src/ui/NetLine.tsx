import { href } from '../app/routes';
import { useStore } from '../data/store';
import { countOf, type OutboxCount, useOutbox } from '../data/use-outbox';
import { type PhoneWords, useWords } from '../data/words';
import { usePhone } from '../session/phone';
import { Icon } from './Icon';
import { Shape } from './Mark';

/** One line on every page: what waits and whether there is network. It informs and never alarms. */
export function NetLine() {
  const t = useWords();
  const { connection } = usePhone();
  const reachable = useStore(connection.reachable);
  const count = countOf(useOutbox());
  const [strong, rest] = wordsFor(count, reachable, t);
  return (
    <aside aria-label={t('phone.outbox')}>
      <a class={reachable && count.open > 0 ? 'net on' : 'net'} href={href.outbox}>
        {reachable && count.open > 0 ? <Shape mark="progress" /> : <Icon name="tray" />}
        <span class="g">
          <b>{strong}</b>
          <i class="dt" aria-hidden="true">
            ·
          </i>
          <span>{rest}</span>
        </span>
        <Icon name="next" />
      </a>
    </aside>
  );
}

function wordsFor({ attention, open }: OutboxCount, reachable: boolean, t: PhoneWords): readonly [string, string] {
  if (attention > 0) return [t('phone.net-attention', { count: attention }), t('phone.net-kept')];
  if (open > 0) {
    return reachable
      ? [t('phone.net-left', { count: open }), t('phone.net-sending')]
      : [t('phone.net-waiting', { count: open }), t('phone.net-stored')];
  }
  return reachable ? [t('phone.net-online'), t('phone.net-empty')] : [t('phone.net-offline'), t('phone.net-go-on')];
}
