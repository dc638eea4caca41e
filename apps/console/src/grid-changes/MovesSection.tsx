import type { GridCheck, MovingCount } from '@wangge/contracts';
import { KEEPS_CODES } from '@wangge/domain';
import { nameWithin } from '@wangge/look';
import { Fragment, useId, useState } from 'react';
import { useTexts } from '../i18n/use-texts';
import { useLabel } from '../registers/register-words';
import { Icon } from '../ui/Icon';
import { MovingRecords } from './MovingRecords';
import type { GridWorking } from './use-grid-work';

interface MovesSectionProps {
  readonly result: GridCheck;
  readonly working: GridWorking;
}

/** How much moves, kind by kind; each opens to its records. */
export function MovesSection({ result: { community, pieces, moves }, working }: MovesSectionProps) {
  const t = useTexts();
  const id = useId();
  const { work, change } = working;
  const undecided = moves.some((count) => count.undecided > 0) || work.decisions.length > 0;
  return (
    <section aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('console.grids.moves')}</h2>
      <p className="muted">{t(moves.length === 0 ? 'console.grids.moves.none' : 'console.grids.moves.why')}</p>
      {undecided && !KEEPS_CODES[work.kind] && pieces.length > 1 && (
        <div className="grid-field">
          <label htmlFor={id}>{t('console.grids.moves.default')}</label>
          <span className="select-box">
            <select id={id} value={work.defaultPiece} onChange={({ target }) => change({ defaultPiece: Number(target.value) })}>
              {pieces.map(({ code, name }, at) => (
                <option key={code} value={at}>
                  {work.names[at]?.trim() || name}
                </option>
              ))}
            </select>
          </span>
        </div>
      )}
      {moves.length > 0 && <Counts community={community.name} result={{ pieces, moves }} working={working} />}
    </section>
  );
}

interface CountsProps {
  readonly community: string;
  readonly result: Pick<GridCheck, 'pieces' | 'moves'>;
  readonly working: GridWorking;
}

function Counts({ community, result: { pieces, moves }, working }: CountsProps) {
  const t = useTexts();
  const [open, setOpen] = useState<string>();
  const nameOf = (code: string, name: string) =>
    working.work.names[pieces.findIndex((piece) => piece.code === code)]?.trim() || name;
  const targets = pieces.filter(({ code }) => moves.some(({ to }) => to.some((each) => each.code === code)));
  return (
    <div className="table-frame">
      <table className="event-table grid-moves">
        <caption className="visually-hidden">{t('console.grids.moves')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('console.grids.moves.kind')}</th>
            <th scope="col">{t('console.grids.moves.total')}</th>
            {targets.map(({ code, name }) => (
              <th key={code} scope="col" title={nameOf(code, name)}>
                <span>{nameWithin(nameOf(code, name), community)}</span>
              </th>
            ))}
            <th scope="col">{t('console.grids.moves.undecided')}</th>
          </tr>
        </thead>
        <tbody>
          {moves.map((count) => (
            <Fragment key={count.kind}>
              <CountRow count={count} targets={targets.map(({ code }) => code)} open={open === count.kind} onToggle={setOpen} />
              {open === count.kind && (
                <tr className="grid-moves-open">
                  <td colSpan={targets.length + 3}>
                    <MovingRecords count={count} pieces={pieces} working={working} />
                  </td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface CountRowProps {
  readonly count: MovingCount;
  readonly targets: readonly string[];
  readonly open: boolean;
  readonly onToggle: (kind: string | undefined) => void;
}

function CountRow({ count: { kind, label, total, undecided, to }, targets, open, onToggle }: CountRowProps) {
  const t = useTexts();
  const words = useLabel()(label);
  return (
    <tr>
      <th scope="row">
        <button
          type="button"
          className="link"
          aria-expanded={open}
          aria-label={t('console.grids.moves.list', { kind: words })}
          onClick={() => onToggle(open ? undefined : kind)}
        >
          <Icon name={open ? 'down' : 'right'} size={12} />
          {words}
        </button>
      </th>
      <td>{total}</td>
      {targets.map((code) => (
        <td key={code}>{to.find((each) => each.code === code)?.count ?? 0}</td>
      ))}
      <td>{undecided > 0 ? <b className="soon">{undecided}</b> : 0}</td>
    </tr>
  );
}
