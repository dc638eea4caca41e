import type { GridCheck, GridPiece, GridProblem } from '@wangge/contracts';
import { KEEPS_CODES } from '@wangge/domain';
import { type T, useTexts } from '../i18n/use-texts';
import { Notice } from '../ui/Notice';
import { type GridWorking, namesOf } from './use-grid-work';

interface ResultSectionProps {
  readonly community: string;
  readonly result: GridCheck;
  readonly working: GridWorking;
}

/** What the ground says to the drawing, in words, and the pieces with their names. */
export function ResultSection({ community, result: { pieces, problems }, working }: ResultSectionProps) {
  const t = useTexts();
  return (
    <>
      {problems.length === 0 && working.work.kind !== 'rename' && <Notice kind="done">{t('console.grids.fine')}</Notice>}
      {problems.map((problem) => (
        <Notice key={`${problem.rule} ${problem.place?.lng} ${problem.place?.lat}`} kind={problem.refused ? 'error' : 'warning'}>
          <span>{problemWords(problem, t)}</span>
        </Notice>
      ))}
      <Pieces community={community} pieces={pieces} working={working} />
    </>
  );
}

function problemWords({ rule, refused, area, place }: GridProblem, t: T): string {
  const parts = [
    t(`console.grids.problem.${rule}`),
    area === null ? '' : areaWords(area / 1e6, t),
    place ? `${place.lng.toFixed(5)}, ${place.lat.toFixed(5)}` : '',
  ];
  return parts.filter(Boolean).join(' · ') + (refused ? '' : t('console.grids.problem.noted'));
}

const SMALL = 0.1;
/** Square kilometres in; what is small is told in square metres. */
export function areaWords(area: number, t: T): string {
  return area < SMALL
    ? t('console.grids.square-metres', { area: Math.round(area * 1e6) })
    : t('console.grids.square-kilometres', { area: area.toFixed(2) });
}

function Pieces({
  community,
  pieces,
  working: { work, change },
}: Omit<ResultSectionProps, 'result'> & { readonly pieces: readonly GridPiece[] }) {
  const t = useTexts();
  const keeps = KEEPS_CODES[work.kind];
  const names = namesOf(work, community, pieces);
  const rename = (at: number, name: string) =>
    change({ names: pieces.map((_, index) => (index === at ? name : (work.names[index] ?? ''))) });
  return (
    <ol className="grid-pieces">
      {pieces.map(({ code, name, area }, at) => (
        <li key={code}>
          <i className={`grid-swatch grid-piece-${at % 4}`} aria-hidden="true" />
          {keeps ? (
            <span className="grid-piece-name">{name}</span>
          ) : (
            <input
              className="grid-piece-name"
              value={work.names[at] ?? ''}
              placeholder={names[at]}
              maxLength={40}
              aria-label={t('console.grids.piece-name', { code })}
              onChange={({ target }) => rename(at, target.value)}
            />
          )}
          <span className="muted">{code}</span>
          <span className="grid-area">{areaWords(area, t)}</span>
        </li>
      ))}
    </ol>
  );
}
