import type { NearEvents } from '@wangge/contracts';
import { useTexts } from '../i18n/use-texts';
import { EventBriefs } from './EventBriefs';

/** Events at the record's place: how near that is stands beside the heading. */
export function NearEventsSection({ events }: { readonly events: NearEvents }) {
  const t = useTexts();
  return (
    <section className="facts" aria-labelledby="near-events">
      <h2 id="near-events">
        {t('console.picture.events')} <span className="related-count">{events.total}</span>
        <span className="aside">{t('console.picture.events-within', { metres: events.within })}</span>
      </h2>
      {events.items.length === 0 ? (
        <p className="muted">{t('console.picture.events-none')}</p>
      ) : (
        <EventBriefs events={events.items} />
      )}
      {events.total > events.items.length && (
        <p className="muted">{t('console.picture.newest-only', { count: events.items.length })}</p>
      )}
    </section>
  );
}
