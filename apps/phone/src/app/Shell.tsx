import { useEffect } from 'preact/hooks';
import { useStore } from '../data/store';
import { HomePage } from '../home/HomePage';
import { MePage } from '../me/MePage';
import { TasksPage } from '../tasks/TasksPage';
import { lazy } from '../ui/lazy';
import { currentRoute, type Route } from './routes';
import { NewVersion } from './NewVersion';
import { ToastLine } from './ToastLine';
import { useLive } from './use-live';

const ReportPage = lazy(() => import('../report/ReportPage').then((file) => file.ReportPage));
const OutboxPage = lazy(() => import('../outbox/OutboxPage').then((file) => file.OutboxPage));
const ReportsPage = lazy(() => import('../events/ReportsPage').then((file) => file.ReportsPage));
const EventPage = lazy(() => import('../events/EventPage').then((file) => file.EventPage));
const StepPage = lazy(() => import('../events/StepPage').then((file) => file.StepPage));

export function Shell({ onLeave }: { onLeave: () => void }) {
  const route = useStore(currentRoute);
  useLive();
  useEffect(preloadSoon, []);
  return (
    <>
      <Page key={JSON.stringify(route)} route={route} onLeave={onLeave} />
      <NewVersion />
      <ToastLine />
    </>
  );
}

function Page({ route, onLeave }: { route: Route; onLeave: () => void }) {
  switch (route.page) {
    case 'home':
      return <HomePage />;
    case 'tasks':
      return <TasksPage />;
    case 'me':
      return <MePage onLeave={onLeave} />;
    case 'report':
      return <ReportPage />;
    case 'outbox':
      return <OutboxPage />;
    case 'reports':
      return <ReportsPage />;
    case 'event':
      return <EventPage id={route.id} />;
    case 'step':
      return <StepPage id={route.id} action={route.action} />;
  }
}

/** Once the home page stands, the other pages are fetched too: the network may be gone when they are wanted. */
function preloadSoon(): () => void {
  const timer = setTimeout(() => {
    for (const page of [ReportPage, OutboxPage, EventPage, StepPage, ReportsPage]) void page.preload().catch(() => undefined);
  }, 2000);
  return () => clearTimeout(timer);
}
