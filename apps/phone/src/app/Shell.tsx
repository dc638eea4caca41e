import { useEffect } from 'preact/hooks';
import { useStore } from '../data/store';
import { HomePage } from '../home/HomePage';
import { MePage } from '../me/MePage';
import { TasksPage } from '../tasks/TasksPage';
import { lazy } from '../ui/lazy';
import { currentRoute, type Route } from './routes';
import { NewVersion } from './NewVersion';
import { ToastLine } from './ToastLine';
import { useKeepReady } from './use-keep-ready';
import { useLive } from './use-live';

const ReportPage = lazy(() => import('../report/ReportPage').then((file) => file.ReportPage));
const OutboxPage = lazy(() => import('../outbox/OutboxPage').then((file) => file.OutboxPage));
const ReportsPage = lazy(() => import('../events/ReportsPage').then((file) => file.ReportsPage));
const EventPage = lazy(() => import('../events/EventPage').then((file) => file.EventPage));
const RegistersPage = lazy(() => import('../records/RegistersPage').then((file) => file.RegistersPage));
const RecordsPage = lazy(() => import('../records/RecordsPage').then((file) => file.RecordsPage));
const RecordPage = lazy(() => import('../records/RecordPage').then((file) => file.RecordPage));
const RecordFormPage = lazy(() => import('../records/RecordFormPage').then((file) => file.RecordFormPage));
const FillPage = lazy(() => import('../fill/FillPage').then((file) => file.FillPage));
const FillFormPage = lazy(() => import('../fill/FillFormPage').then((file) => file.FillFormPage));
const StepPage = lazy(() => import('../events/StepPage').then((file) => file.StepPage));

const PRELOADED = [
  ReportPage,
  OutboxPage,
  EventPage,
  StepPage,
  ReportsPage,
  FillPage,
  FillFormPage,
  RegistersPage,
  RecordsPage,
  RecordPage,
  RecordFormPage,
];

export function Shell({ onLeave }: { onLeave: () => void }) {
  const route = useStore(currentRoute);
  useLive();
  useEffect(preloadSoon, []);
  useKeepReady();
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
    case 'registers':
      return <RegistersPage />;
    case 'records':
      return <RecordsPage register={route.register} />;
    case 'record':
      return <RecordPage register={route.register} id={route.id} />;
    case 'new-record':
      return <RecordFormPage register={route.register} />;
    case 'edit-record':
      return <RecordFormPage register={route.register} id={route.id} />;
    case 'fill':
      return <FillPage part={route.part} />;
    case 'fill-item':
      return <FillFormPage part={route.part} register={route.register} id={route.id} />;
    case 'step':
      return <StepPage id={route.id} action={route.action} />;
  }
}

/** Once the home page stands, the other pages are fetched too: the network may be gone when they are wanted. */
function preloadSoon(): () => void {
  const timer = setTimeout(() => {
    for (const page of PRELOADED) void page.preload().catch(() => undefined);
  }, 2000);
  return () => clearTimeout(timer);
}
