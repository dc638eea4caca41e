import type { Boundaries } from '@wangge/contracts';
import { levelOf, placeNameOf } from '@wangge/domain';
import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { useBoundaries } from '../events/event-queries';
import { GridTree } from '../events/list/GridTree';
import { useTexts } from '../i18n/use-texts';
import { useCrumbs } from '../layout/crumbs';
import { useGridNode } from '../registers/register-queries';
import { Empty, ErrorNotice, Skeleton } from '../ui/Notice';
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

/** A map keeps its name from its beginning to its end: nothing is drawn before both are known. */
function Workshop({ community, chosen, onPlanned }: WorkshopProps) {
  const node = useGridNode(community);
  const outlines = useBoundaries(community, 'grid');
  const error = node.error ?? outlines.error;
  if (error) return <ErrorNotice error={error} onRetry={() => void Promise.all([node.refetch(), outlines.refetch()])} />;
  if (!node.data || !outlines.data) return <Skeleton lines={10} height={20} />;
  const name = placeNameOf(node.data.name);
  return <Tools name={name} boundaries={outlines.data} chosen={chosen} onPlanned={onPlanned} />;
}

interface ToolsProps extends Pick<WorkshopProps, 'chosen' | 'onPlanned'> {
  readonly name: string;
  readonly boundaries: Boundaries;
}

function Tools({ name, boundaries, chosen, onPlanned }: ToolsProps) {
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
