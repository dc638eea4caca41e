import type { GridPicture } from '@wangge/contracts';
import { instantWords } from '@wangge/look';
import { Link } from 'react-router-dom';
import { listAddress } from '../events/list/list-address';
import { useTexts } from '../i18n/use-texts';
import { recordAddress } from '../registers/register-address';
import { useLabel } from '../registers/register-words';
import { useNow } from '../ui/use-now';
import { EventBriefs } from './EventBriefs';

interface GridNewestProps {
  readonly code: string;
  readonly picture: GridPicture;
}

export function GridNewest({ code, picture: { newest, events } }: GridNewestProps) {
  const t = useTexts();
  const now = useNow();
  const labelOf = useLabel();
  return (
    <>
      {events && (
        <section className="facts" aria-labelledby="newest-events">
          <h2 id="newest-events">
            {t('console.grid.newest-events')}
            <span className="aside">
              <Link to={listAddress({ queue: 'all', scope: code })}>{t('console.desk.to-list')}</Link>
            </span>
          </h2>
          {events.newest.length === 0 ? (
            <p className="muted">{t('console.grid.no-events')}</p>
          ) : (
            <EventBriefs events={events.newest} />
          )}
        </section>
      )}
      {newest.length > 0 && (
        <section className="facts" aria-labelledby="newest-records">
          <h2 id="newest-records">{t('console.grid.newest-records')}</h2>
          <ul className="briefs records">
            {newest.map(({ register, label, id, title, createdAt }) => (
              <li key={id}>
                <Link to={recordAddress(register, id)}>{title}</Link>
                <span className="brief-title muted">{labelOf(label)}</span>
                <time className="muted" dateTime={createdAt}>
                  {instantWords(createdAt, now, t)}
                </time>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
