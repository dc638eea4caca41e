import { QueryClient } from '@tanstack/react-query';
import { lazy } from 'react';
import { Admin, CustomRoutes, localStorageStore, Resource } from 'react-admin';
import { Route } from 'react-router-dom';
import { AccountList } from './accounts/AccountList';
import { AuditPage } from './audit/AuditPage';
import { CollectionList } from './collections/CollectionList';
import { CollectionPage } from './collections/CollectionPage';
import { MakePage } from './collections/MakePage';
import { authProvider } from './data/auth-provider';
import { dataProvider } from './data/data-provider';
import { retryQuery } from './data/errors';
import { DepartmentsPage } from './departments/DepartmentsPage';
import { WorkDesk } from './desk/WorkDesk';
import { DesignerPage } from './designer/DesignerPage';
import { OwnRegisterList } from './designer/OwnRegisterList';
import { EventList } from './events/list/EventList';
import { EventPage } from './events/page/EventPage';
import { ReportPage } from './events/report/ReportPage';
import { ImportPage } from './exchange/ImportPage';
import { ImportsPage } from './exchange/ImportsPage';
import { ExportsPage } from './exports/ExportsPage';
import { i18nProvider } from './i18n/i18n-provider';
import { IndicatorsPage } from './indicators/IndicatorsPage';
import { Shell } from './layout/Shell';
import { MapPage } from './map/MapPage';
import { GridPage, OwnGrid } from './pictures/GridPage';
import { PairList } from './registers/duplicates/PairList';
import { CreatePage } from './registers/form/CreatePage';
import { RetentionPage } from './retention/RetentionPage';
import { MoveList } from './registers/moves/MoveList';
import { RegisterList } from './registers/list/RegisterList';
import { RecordPage } from './registers/record/RecordPage';
import { FirstRegister } from './registers/WithRegister';
import { SignInPage } from './session/SignInPage';
import { EditionPage } from './standards/EditionPage';
import { StandardsPage } from './standards/StandardsPage';
import { theme } from './theme';

/** It draws: what that takes is loaded when somebody does. */
const GridChangesPage = lazy(async () => ({ default: (await import('./grid-changes/GridChangesPage')).GridChangesPage }));

/** News says what has changed, so nothing is fetched again merely because a window got the focus. */
const queryClient = new QueryClient({
  defaultOptions: { queries: { retry: retryQuery, refetchOnWindowFocus: false, staleTime: 5_000 } },
});

/** Bumped when the form of what is kept in the browser changes: older settings are forgotten. */
const store = localStorageStore('1', 'wangge.console');

export function App() {
  return (
    <Admin
      title="Wangge"
      authProvider={authProvider}
      dataProvider={dataProvider}
      i18nProvider={i18nProvider}
      queryClient={queryClient}
      store={store}
      theme={theme}
      darkTheme={null}
      dashboard={WorkDesk}
      layout={Shell}
      loginPage={SignInPage}
      requireAuth
      disableTelemetry
    >
      <Resource name="events" list={EventList} show={EventPage} create={ReportPage} />
      <Resource name="accounts" list={AccountList} />
      <CustomRoutes>
        <Route path="/departments" element={<DepartmentsPage />} />
        <Route path="/map" element={<MapPage />} />
        <Route path="/grid" element={<OwnGrid />} />
        <Route path="/grid/:code" element={<GridPage />} />
        <Route path="/indicators" element={<IndicatorsPage />} />
        <Route path="/grid-changes" element={<GridChangesPage />} />
        <Route path="/retention" element={<RetentionPage />} />
        <Route path="/audit" element={<AuditPage />} />
        <Route path="/collections" element={<CollectionList />} />
        <Route path="/collections/make" element={<MakePage />} />
        <Route path="/collections/:id" element={<CollectionPage />} />
        <Route path="/exports" element={<ExportsPage />} />
        <Route path="/standards" element={<StandardsPage />} />
        <Route path="/standards/:id" element={<EditionPage />} />
        <Route path="/register-designer" element={<OwnRegisterList />} />
        <Route path="/register-designer/:register" element={<DesignerPage />} />
        <Route path="/registers" element={<FirstRegister />} />
        <Route path="/registers/:register" element={<RegisterList />} />
        <Route path="/registers/:register/moves" element={<MoveList />} />
        <Route path="/registers/:register/duplicates" element={<PairList />} />
        <Route path="/registers/:register/create" element={<CreatePage />} />
        <Route path="/registers/:register/import" element={<ImportsPage />} />
        <Route path="/registers/:register/import/:id" element={<ImportPage />} />
        <Route path="/registers/:register/:id" element={<RecordPage />} />
      </CustomRoutes>
    </Admin>
  );
}
