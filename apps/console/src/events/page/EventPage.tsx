import type { EventView } from '@wangge/contracts';
import { useState } from 'react';
import { Link, useParams } from 'react-router-dom';
import { useTexts } from '../../i18n/use-texts';
import { useCrumbs } from '../../layout/crumbs';
import { StatusWord } from '../../ui/Mark';
import { ErrorNotice, Notice, Skeleton } from '../../ui/Notice';
import { PlacePath } from '../../ui/PlacePath';
import { useEvent } from '../event-queries';
import type { ChosenStep } from './chosen-step';
import { DeadlineCard } from './DeadlineCard';
import { levelWord } from '../level-word';
import { FactsSection } from './FactsSection';
import { FlowsSection } from './FlowsSection';
import { HandlingSlip } from './HandlingSlip';
import { LocationSection } from './LocationSection';
import { NearbySection } from './NearbySection';
import { PhotosSection } from './PhotosSection';
import { StepsCard } from './StepsCard';
import { Timeline } from './Timeline';

export function EventPage() {
  const t = useTexts();
  const { id = '' } = useParams();
  const { data: event, error, refetch } = useEvent(id);
  useCrumbs({ text: t('console.events'), to: '/events' }, { text: event?.number ?? t('console.event') });
  if (error && !event) {
    return (
      <div className="page">
        <ErrorNotice error={error} onRetry={() => void refetch()} />
        <Link to="/events">{t('console.back-to-list')}</Link>
      </div>
    );
  }
  if (!event) return <EventSkeleton />;
  return <EventDetail key={event.id} event={event} />;
}

function EventDetail({ event }: { readonly event: EventView }) {
  const [chosen, setChosen] = useState<ChosenStep>();
  const mayMerge = event.availableActions.some(({ action }) => action === 'merge');
  return (
    <>
      <article className="event">
        <div className="event-left">
          <Heading event={event} />
          <div className="event-evidence">
            <PhotosSection event={event} />
            <LocationSection event={event} />
          </div>
          <FlowsSection event={event} />
          <FactsSection event={event} />
          <NearbySection
            event={event}
            onMerge={mayMerge ? (targetId) => setChosen({ action: 'merge', values: { targetId } }) : undefined}
          />
        </div>
        <aside className="event-right">
          <DeadlineCard event={event} />
          <StepsCard key={`${chosen?.action} ${JSON.stringify(chosen?.values)}`} event={event} chosen={chosen} />
          <Timeline event={event} />
        </aside>
      </article>
      <HandlingSlip event={event} />
    </>
  );
}

function Heading({ event }: { readonly event: EventView }) {
  const t = useTexts();
  const { names, mergedInto } = event;
  return (
    <header className="event-heading">
      <h1>{event.title}</h1>
      <span className="tag">
        <StatusWord status={event.status} />
      </span>
      {event.urgency !== 'normal' && <span className="tag tag-urgent">{t(`urgency.${event.urgency}`)}</span>}
      {event.supervision && (
        <span className="tag tag-urgent">{t(`choice.${levelWord(event.supervision.level)}`)}</span>
      )}
      <span className="number">{event.number}</span>
      <p className="event-place">
        <PlacePath names={names} />
        <span className="muted">{event.place}</span>
      </p>
      {mergedInto && (
        <Notice kind="info">
          <span>{t('console.merged-into')}</span>
          <Link to={`/events/${mergedInto.id}/show`}>{mergedInto.number}</Link>
        </Notice>
      )}
    </header>
  );
}

function EventSkeleton() {
  return (
    <div className="event">
      <div className="event-left">
        <Skeleton lines={2} height={24} />
        <Skeleton lines={1} height={300} />
        <Skeleton lines={5} />
      </div>
      <aside className="event-right">
        <Skeleton lines={4} />
        <Skeleton lines={6} />
      </aside>
    </div>
  );
}
