import type { EventView } from '@wangge/contracts';
import { instantWords, limitWords } from '@wangge/look';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n/use-texts';
import { useNow } from '../../ui/use-now';

export function FactsSection({ event }: { readonly event: EventView }) {
  const t = useTexts();
  const now = useNow();
  const { condition, point, located, distance } = event;
  return (
    <section className="facts" aria-labelledby="facts-title">
      <h2 id="facts-title">{t('console.facts')}</h2>
      <dl>
        <Fact term={t('field.description')} wide>
          <span className="typed">{event.description}</span>
        </Fact>
        {condition && (
          <>
            <Fact term={t('field.conditionId')}>
              {condition.filing} <span className="muted">{limitWords(condition.limit.minutes, condition.limit.basis, t)}</span>
            </Fact>
            <Fact term={t('console.closing-condition')}>{condition.closing}</Fact>
          </>
        )}
        <Fact term={t('field.classCode')}>
          {event.className ? (
            <>
              {event.className} <span className="muted">{event.classCode}</span>
            </>
          ) : (
            <span className="muted">{t('console.class.unset')}</span>
          )}
        </Fact>
        <Fact term={t('field.urgency')}>{t(`urgency.${event.urgency}`)}</Fact>
        <Fact term={t('console.source')}>
          {t(`source.${event.source}`)} <span className="muted">{event.reportedBy}</span>
        </Fact>
        <Fact term={t('console.reported-at')}>
          {instantWords(event.reportedAt, now, t)}
          {differs(event) && (
            <span className="muted"> {t('console.seen-at', { when: instantWords(event.occurredAt, now, t) })}</span>
          )}
        </Fact>
        <Fact term={t('field.departmentId')}>
          {event.departmentName ?? <span className="muted">{t('console.not-dispatched')}</span>}
        </Fact>
        <Fact term={t('console.desk-of')}>{event.deskName}</Fact>
        <Fact term={t('console.coordinates')}>
          {`${point.lng.toFixed(5)}, ${point.lat.toFixed(5)}`}{' '}
          <span className="muted">{t(`located.${located}`, { distance: Math.round(distance) })}</span>
        </Fact>
        {(event.returnCount > 0 || event.reworkCount > 0) && (
          <Fact term={t('console.setbacks')}>
            {t('console.setbacks.counts', { returns: event.returnCount, reworks: event.reworkCount })}
          </Fact>
        )}
        {event.extendCount > 0 && <Fact term={t('console.extended')}>{t('console.times', { count: event.extendCount })}</Fact>}
        {event.urgeCount > 0 && <Fact term={t('action.urge')}>{t('console.times', { count: event.urgeCount })}</Fact>}
        {event.suspendedUntil && <Fact term={t('field.until')}>{instantWords(event.suspendedUntil, now, t)}</Fact>}
        {event.assignee && <Fact term={t('console.assignee')}>{event.assignee}</Fact>}
        {event.rating !== null && <Fact term={t('field.score')}>{scoreWords(event.rating, t)}</Fact>}
      </dl>
    </section>
  );
}

function Fact({ term, wide, children }: { readonly term: string; readonly wide?: boolean; readonly children: ReactNode }) {
  return (
    <div className={wide ? 'fact wide' : 'fact'}>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** The phone's claim is worth a word only where it is not the moment of the report. */
const differs = ({ occurredAt, reportedAt }: EventView): boolean =>
  Math.abs(Date.parse(reportedAt) - Date.parse(occurredAt)) > 120_000;

const SCORE_KEYS = ['score.1', 'score.2', 'score.3', 'score.4', 'score.5'] as const;
const scoreWords = (rating: number, t: ReturnType<typeof useTexts>): string => t(SCORE_KEYS[rating - 1] ?? 'score.3');
