import type { EventBrief } from '@wangge/contracts';
import { instantWords } from '@wangge/look';
import { Link } from 'react-router-dom';
import { useTexts } from '../i18n/use-texts';
import { StatusWord } from '../ui/Mark';
import { useNow } from '../ui/use-now';

interface EventBriefsProps {
  readonly events: readonly (EventBrief & { readonly distance?: number })[];
}

/** Events as other pages name them: one row each, the number leads to it. */
export function EventBriefs({ events }: EventBriefsProps) {
  const t = useTexts();
  const now = useNow();
  return (
    <ul className="briefs">
      {events.map(({ id, number, title, status, reportedAt, distance }) => (
        <li key={id}>
          <Link to={`/events/${id}/show`}>{number}</Link>
          <span className="brief-title">{title}</span>
          {distance !== undefined && <span className="muted">{t('unit.metres', { count: distance })}</span>}
          <StatusWord status={status} />
          <time className="muted" dateTime={reportedAt}>
            {instantWords(reportedAt, now, t)}
          </time>
        </li>
      ))}
    </ul>
  );
}
