import type { EventView } from '@wangge/contracts';
import { instantWords } from '@wangge/look';
import { Link } from 'react-router-dom';
import { useTexts } from '../../i18n/use-texts';
import { StatusWord } from '../../ui/Mark';
import { Skeleton } from '../../ui/Notice';
import { useNow } from '../../ui/use-now';
import { useNearby } from '../event-queries';

/** What may be the same trouble, reported by somebody else. */
export function NearbySection({
  event,
  onMerge,
}: {
  readonly event: EventView;
  readonly onMerge: ((targetId: string) => void) | undefined;
}) {
  const t = useTexts();
  const now = useNow();
  const { data } = useNearby(event.id);
  return (
    <section className="nearby" aria-labelledby="nearby-title">
      <h2 id="nearby-title">
        {t('console.nearby')} <span className="aside">{t('console.nearby.what')}</span>
      </h2>
      {!data && <Skeleton lines={2} />}
      {data?.items.length === 0 && <p className="muted">{t('console.nearby.none')}</p>}
      {data && data.items.length > 0 && (
        <table>
          <thead className="visually-hidden">
            <tr>
              <th scope="col">{t('field.number')}</th>
              <th scope="col">{t('console.distance')}</th>
              <th scope="col">{t('field.title')}</th>
              <th scope="col">{t('console.reported-at')}</th>
              <th scope="col">{t('console.status')}</th>
              <th scope="col">{t('field.classCode')}</th>
              <th scope="col">{t('console.actions')}</th>
            </tr>
          </thead>
          <tbody>
            {data.items.map((other) => (
              <tr key={other.id}>
                <td>
                  <Link to={`/events/${other.id}/show`}>{other.number}</Link>
                </td>
                <td className="distance">{t('unit.metres', { count: Math.round(other.distance) })}</td>
                <td>{other.title}</td>
                <td className="muted">{instantWords(other.reportedAt, now, t)}</td>
                <td>
                  <StatusWord status={other.status} />
                </td>
                <td className={other.sameClass ? '' : 'muted'}>
                  {t(other.sameClass ? 'console.same-class' : 'console.other-class')}
                </td>
                <td className="end">
                  {onMerge && (
                    <button type="button" className="link" onClick={() => onMerge(other.id)}>
                      {t('console.merge-into-it')}
                    </button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
