import type { TimelineEntry } from '@wangge/contracts';
import { instantWords } from '@wangge/look';
import { useNow } from '../data/use-now';
import { useWords } from '../data/words';
import { MarkedWord } from '../ui/Mark';

/** What has happened, the latest first. */
export function TimelineList({ entries }: { entries: readonly TimelineEntry[] }) {
  const t = useWords();
  const now = useNow();
  return (
    <section class="times">
      <h2>{t('phone.timeline')}</h2>
      <ol>
        {[...entries].reverse().map((entry) => (
          <li key={entry.id}>
            <p>
              <b>{t(`action.${entry.action}`)}</b>
              {entry.overdue && <MarkedWord mark="overdue" text={t('light.red')} />}
              <time dateTime={entry.at}>{instantWords(entry.at, now, t)}</time>
            </p>
            <p class="muted">{[entry.actor, entry.department].filter((part) => part !== null && part !== '').join(' · ')}</p>
            {entry.note && <p>{entry.note}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
