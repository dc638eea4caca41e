import { useQuery } from '@tanstack/react-query';
import { gridsApi } from '@wangge/contracts';
import { NavLink } from 'react-router-dom';
import { client } from '../data/client';
import { useTexts } from '../i18n/use-texts';
import { Icon, type IconName } from '../ui/Icon';
import { RegisterEntries } from './RegisterEntries';
import { useMay, useMe } from './use-me';

/** Only what exists, and of that only what the account may open. */
export function Navigation({ folded, onFold }: { readonly folded: boolean; readonly onFold: () => void }) {
  const t = useTexts();
  const readsEvents = useMay('event.read');
  const readsRegisters = useMay('register.read');
  const seesWall = useMay('indicator.read');
  const readsPlaces = readsEvents || readsRegisters;
  const readsAccounts = useMay('account.read');
  const keepsDepartments = useMay('department.dissolve');
  const changesGrids = useMay('grid.change');
  const editsStandards = useMay('standard.edit');
  const audits = useMay('audit.read');
  const retains = useMay('retention.manage');
  const exports = useMay('register.export');
  const makesTables = useMay('collection.make');
  const approves = useMay('register.approve-export');
  const fold = t(folded ? 'console.nav.unfold' : 'console.nav.fold');
  return (
    <nav className="nav" aria-label={t('console.nav.label')}>
      <Brand folded={folded} />
      <ul>
        {readsEvents && <Entry to="/" icon="home" text={t('console.desk')} folded={folded} exact />}
        {readsEvents && <Entry to="/events" icon="flag" text={t('console.events')} folded={folded} />}
        {readsPlaces && <Entry to="/map" icon="map" text={t('console.map')} folded={folded} />}
        {readsPlaces && <Entry to="/grid" icon="grid" text={t('console.grid')} folded={folded} />}
        <RegisterEntries folded={folded} />
        {makesTables && <Entry to="/collections" icon="columns" text={t('console.collections')} folded={folded} />}
        {changesGrids && <Entry to="/grid-changes" icon="grids" text={t('console.grids')} folded={folded} />}
        {editsStandards && <Entry to="/standards" icon="rules" text={t('console.standards')} folded={folded} />}
        {(exports || approves) && <Entry to="/exports" icon="export" text={t('console.exports')} folded={folded} />}
        {seesWall && <Entry to="/indicators" icon="figures" text={t('console.indicators')} folded={folded} />}
        {seesWall && (
          <li>
            <a
              href="/wall/"
              target="_blank"
              rel="noreferrer"
              title={folded ? t('console.wall') : undefined}
              aria-label={t('console.wall')}
            >
              <Icon name="wall" />
              {!folded && t('console.wall')}
            </a>
          </li>
        )}
        {keepsDepartments && <Entry to="/departments" icon="registers" text={t('console.departments')} folded={folded} />}
        {audits && <Entry to="/audit" icon="check" text={t('console.audit')} folded={folded} />}
        {retains && <Entry to="/retention" icon="list" text={t('console.retention')} folded={folded} />}
        {readsAccounts && <Entry to="/accounts" icon="people" text={t('console.accounts')} folded={folded} />}
      </ul>
      <button type="button" className="nav-fold" onClick={onFold} aria-expanded={!folded} title={fold} aria-label={fold}>
        <Icon name="fold" />
        {!folded && t('console.nav.fold')}
      </button>
    </nav>
  );
}

interface EntryProps {
  readonly to: string;
  readonly icon: IconName;
  readonly text: string;
  readonly folded: boolean;
  readonly exact?: boolean;
}

function Entry({ to, icon, text, folded, exact = false }: EntryProps) {
  return (
    <li>
      <NavLink to={to} end={exact} title={folded ? text : undefined} aria-label={text}>
        <Icon name={icon} />
        {!folded && text}
      </NavLink>
    </li>
  );
}

function Brand({ folded }: { readonly folded: boolean }) {
  const t = useTexts();
  const { districtCode } = useMe();
  const { data } = useQuery({
    queryKey: ['grid', districtCode],
    queryFn: () => client.call(gridsApi.get, { params: { code: districtCode } }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <div className="brand">
      <img src={`${import.meta.env.BASE_URL}mark.svg`} width="24" height="24" alt="" />
      {!folded && <span>{data ? t('platform.named', { district: data.name }) : t('platform.name')}</span>}
    </div>
  );
}
