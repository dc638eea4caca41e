import { href } from '../app/routes';
import { useReply } from '../data/use-reply';
import { useWords } from '../data/words';
import { EventRows } from '../events/EventRows';
import { myReports } from '../events/event-questions';
import { Empty } from '../ui/Empty';
import { Icon } from '../ui/Icon';
import { Trouble } from '../ui/Trouble';

const SHOWN = 3;

/** What became of the worker's own latest reports. */
export function LatestReports() {
  const t = useWords();
  const { data, error } = useReply(...myReports());
  const items = data?.items.slice(0, SHOWN) ?? [];
  return (
    <section>
      <div class="lh">
        <h2>{t('phone.latest-reports')}</h2>
        {items.length > 0 && (
          <a class="btn quiet" href={href.reports}>
            {t('phone.all')}
            <Icon name="next" />
          </a>
        )}
      </div>
      {items.length > 0 && <EventRows events={items} />}
      {data && items.length === 0 && <Empty text={t('phone.no-reports')} hint={t('phone.no-reports-hint')} />}
      {!data && (error ? <Trouble error={error} /> : <Empty text={t('phone.loading')} />)}
    </section>
  );
}
