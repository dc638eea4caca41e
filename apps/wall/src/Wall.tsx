import type { Board, Me } from '@wangge/contracts';
import { covers, parentOf } from '@wangge/domain';
import { useCallback, useEffect, useMemo } from 'preact/hooks';
import type { LiveState } from './board/live-board';
import { tickerLines } from './board/news';
import { goTo, useLiveBoard } from './board/use-live-board';
import { BrandMark } from './canvas/BrandMark';
import { Canvas } from './canvas/Canvas';
import { Header } from './canvas/Header';
import { figureOf } from './figures';
import { useLanguage } from './language';
import { Elements } from './map/Elements';
import { Ladder } from './map/Ladder';
import { Legend } from './map/Legend';
import { WallMap } from './map/WallMap';
import { ClassesPanel } from './panels/ClassesPanel';
import { DepartmentsPanel } from './panels/DepartmentsPanel';
import { FlowPanel } from './panels/FlowPanel';
import { HoursPanel } from './panels/HoursPanel';
import { KeyFigures } from './panels/KeyFigures';
import { OnTimePanel } from './panels/OnTimePanel';
import { TickerPanel } from './panels/TickerPanel';

interface WallProps {
  readonly me: Me;
  readonly onSignOut: () => void;
}

export function Wall({ me, onSignOut }: WallProps) {
  const { t } = useLanguage();
  const state = useLiveBoard();
  if (state?.board) return <FilledWall me={me} state={state} board={state.board} onSignOut={onSignOut} />;
  return (
    <main class="waiting-room" role="status">
      <BrandMark />
      {t(state?.refused ?? 'wall.starting')}
      {state?.refused && (
        <button type="button" class="quiet-button" onClick={onSignOut}>
          {t('do.sign-out')}
        </button>
      )}
    </main>
  );
}

function FilledWall({ me, state, board, onSignOut }: WallProps & { readonly state: LiveState; readonly board: Board }) {
  const { t } = useLanguage();
  const mayGo = useMayGo(me);
  const nameOf = useClassNames(state, board);
  useWayUp(board, mayGo);
  const lines = useMemo(() => tickerLines(board.news, state.live, board.scope, nameOf), [board, state.live, nameOf]);
  const content = useMemo(
    () => ({ board, drawing: state.drawing, around: state.around, nameOf, go: goTo }),
    [board, state.drawing, state.around, nameOf],
  );
  const fictional = state.drawing?.outlines.features.some(({ properties }) => properties.fictional) ?? false;
  return (
    <Canvas receivedAt={state.receivedAt} reachable={state.reachable}>
      <Header board={board} state={state} mayGo={mayGo} go={goTo} onSignOut={onSignOut} />
      <main>
        <KeyFigures figures={board.figures} />
        <div class="column is-left">
          <FlowPanel stages={board.stages} asOf={board.asOf} />
          <HoursPanel hours={board.hours} asOf={board.asOf} />
          <OnTimePanel
            name={board.name}
            above={board.path.at(-2)?.name}
            whole={figureOf(board.figures, 'on-time-rate')?.value ?? null}
            areas={board.areas}
          />
        </div>
        <div class="map-block">
          <WallMap content={content} arrival={state.arrival} />
          <Ladder board={board} mayGo={mayGo} go={goTo} />
          <Legend board={board} />
          <p class="map-notes">
            {fictional && t('wall.map.fictional')}
            <br />
            {t('wall.compare')}
          </p>
          <Elements board={board} />
        </div>
        <div class="column is-right">
          <ClassesPanel classes={board.classes} />
          <DepartmentsPanel departments={board.departments} />
          <TickerPanel lines={lines} />
        </div>
      </main>
    </Canvas>
  );
}

/** An account that holds no area (a department's) learns from the server what it may see. */
function useMayGo({ assignments }: Me) {
  return useCallback(
    (code: string) => {
      const scopes = assignments.flatMap(({ scope }) => (scope === null ? [] : [scope]));
      return scopes.length === 0 || scopes.some((scope) => covers(scope, code));
    },
    [assignments],
  );
}

function useClassNames({ classNames }: LiveState, { classes }: Board) {
  const { t } = useLanguage();
  return useCallback(
    (code: string | null) => {
      const counted = classes.find((row) => row.code === code)?.name;
      return (code === null ? undefined : (classNames.get(code) ?? counted)) ?? t('wall.class.none');
    },
    [classNames, classes, t],
  );
}

/** Escape leads one level up, as the ladder and the breadcrumb do. */
function useWayUp({ scope }: Board, mayGo: (code: string) => boolean): void {
  useEffect(() => {
    const onKey = ({ key }: KeyboardEvent) => {
      const parent = parentOf(scope);
      if (key === 'Escape' && parent !== null && mayGo(parent)) goTo(parent);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [scope, mayGo]);
}
