import { levelOf, placeNameOf } from '@wangge/domain';
import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { useBoundaries } from '../events/event-queries';
import { GridTree } from '../events/list/GridTree';
import { useTexts } from '../i18n/use-texts';
import { useCrumbs } from '../layout/crumbs';
import { useGridNode } from '../registers/register-queries';
import { Empty } from '../ui/Notice';
import { ChangeForm } from './ChangeForm';
import { ChangeList } from './ChangeList';
import { GridChangeMap } from './GridChangeMap';
import { useGridCheck } from './grid-change-queries';
import { useGridWork } from './use-grid-work';

const COMMUNITY_LENGTH = 12;

/** 网格调整: the grids of a community on the map, and beside it what is to be done to them, or what was. */
export function GridChangesPage() {
  const t = useTexts();
  const [address, setAddress] = useSearchParams();
  const [tab, setTab] = useState<'new' | 'list'>('new');
  const scope = address.get('scope') ?? undefined;
  useCrumbs({ text: t('console.grids') });
  const select = (code: string | undefined) => setAddress(code === undefined ? {} : { scope: code }, { replace: true });
  const community = scope !== undefined && scope.length >= COMMUNITY_LENGTH ? scope.slice(0, COMMUNITY_LENGTH) : undefined;
  return (
    <div className="list-page grid-changes">
      <GridTree counts={false} scope={scope} onSelect={select} />
      <section className="grid-changes-main" aria-labelledby="grid-changes-title">
        <header className="list-head">
          <h1 id="grid-changes-title">{t('console.grids')}</h1>
          <fieldset className="chips" aria-label={t('console.grids.tabs')}>
            <Tab on={tab === 'new'} text={t('console.grids.new')} onClick={() => setTab('new')} />
            <Tab on={tab === 'list'} text={t('console.grids.planned')} onClick={() => setTab('list')} />
          </fieldset>
        </header>
        {tab === 'list' && <ChangeList scope={scope} />}
        {tab === 'new' && community === undefined && (
          <Empty title={t('console.grids.choose-community')}>{t('console.grids.choose-community-why')}</Empty>
        )}
        {tab === 'new' && community !== undefined && (
          <Workshop key={scope} community={community} chosen={scope} onPlanned={() => setTab('list')} />
        )}
      </section>
    </div>
  );
}

function Tab({ on, text, onClick }: { readonly on: boolean; readonly text: string; readonly onClick: () => void }) {
  return (
    <button type="button" className="chip" aria-pressed={on} onClick={onClick}>
      {text}
    </button>
  );
}

interface WorkshopProps {
  readonly community: string;
  readonly chosen: string | undefined;
  readonly onPlanned: () => void;
}

function Workshop({ community, chosen, onPlanned }: WorkshopProps) {
  const name = placeNameOf(useGridNode(community).data?.name ?? '');
  const boundaries = useBoundaries(community, 'grid').data;
  const working = useGridWork(boundaries, chosen !== undefined && levelOf(chosen) === 'grid' ? chosen : undefined);
  const [drawing, setDrawing] = useState<'Line' | 'Polygon'>();
  const check = useGridCheck(working.work);
  const result = check.data;
  return (
    <div className="grid-workshop">
      <GridChangeMap
        name={name}
        boundaries={boundaries}
        working={working}
        drawing={drawing}
        onDrawn={() => setDrawing(undefined)}
        pieces={result?.pieces}
        problems={result?.problems}
      />
      <ChangeForm
        community={name}
        boundaries={boundaries}
        working={working}
        drawing={drawing}
        onDraw={setDrawing}
        check={check}
        onPlanned={onPlanned}
      />
    </div>
  );
}
