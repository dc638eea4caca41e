import type { GridPicture } from '@wangge/contracts';
import { covers } from '@wangge/domain';
import { Link } from 'react-router-dom';
import { listAddress } from '../events/list/list-address';
import { useTexts } from '../i18n/use-texts';
import { rootOf, useMe } from '../layout/use-me';
import { registerAddress } from '../registers/register-address';
import { useLabel } from '../registers/register-words';

interface GridFiguresProps {
  readonly code: string;
  readonly picture: GridPicture;
}

/** Every number is a link to its rows. */
export function GridFigures({ code, picture: { registers, events, tags } }: GridFiguresProps) {
  const t = useTexts();
  const labelOf = useLabel();
  const root = rootOf(useMe());
  return (
    <section className="facts" aria-labelledby="figures-title">
      <h2 id="figures-title">{t('console.grid.figures')}</h2>
      <ul className="figures">
        {events && (
          <li>
            <Link to={listAddress({ queue: 'open', scope: code })}>
              <b>{events.open}</b>
              <span>{t('console.grid.open')}</span>
              {events.overdue > 0 && <span className="figure-late">{t('console.count-overdue', { count: events.overdue })}</span>}
            </Link>
          </li>
        )}
        {registers?.map(({ register, label, total }) => (
          <li key={register}>
            <Link to={registerAddress(register, { scope: code })}>
              <b>{total}</b>
              <span>{labelOf(label)}</span>
            </Link>
          </li>
        ))}
      </ul>
      {tags && tags.length > 0 && (
        <>
          <h3>{t('console.tags.counts')}</h3>
          <ul className="figures">
            {tags.map(({ register, kind, label, total }) => (
              <li key={`${register} ${kind}`}>
                <Link to={registerAddress(register, { scope: code, tag: kind })}>
                  <b>{total}</b>
                  <span>{labelOf(label)}</span>
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
      {!covers(root, code) && covers(code, root) && <p className="muted">{t('console.grid.own-part')}</p>}
      {!registers && !events && <p className="muted">{t('console.grid.elsewhere')}</p>}
    </section>
  );
}
