import type { RegisterView } from '@wangge/contracts';
import type { DrawnRing } from '@wangge/map';
import { Link } from 'react-router-dom';
import { useTexts } from '../i18n/use-texts';
import { registerAddress } from '../registers/register-address';
import { useLabel } from '../registers/register-words';
import { ErrorNotice, Skeleton } from '../ui/Notice';
import { useSelections } from './map-queries';

interface SelectionCardProps {
  readonly registers: readonly RegisterView[];
  readonly ring: DrawnRing;
  readonly onClear: () => void;
}

/** How many records of each shown layer lie in what was drawn, and the way to their list. */
export function SelectionCard({ registers, ring, onClear }: SelectionCardProps) {
  const t = useTexts();
  const labelOf = useLabel();
  const selections = useSelections(registers, ring);
  return (
    <section className="map-card" aria-labelledby="selection-title" aria-live="polite">
      <h2 id="selection-title">
        {t('console.map.selection')}
        <button type="button" className="link aside" onClick={onClear}>
          {t('console.clear')}
        </button>
      </h2>
      {registers.length === 0 && <p className="muted">{t('console.map.no-layer')}</p>}
      <ul>
        {selections.map(({ register, found, error }) => (
          <li key={register.name}>
            {error && <ErrorNotice error={error} />}
            {!found && !error && <Skeleton lines={1} />}
            {found && (
              <>
                {labelOf(register.label)}{' '}
                <b>{found.totalIs === 'atLeast' ? t('console.map.at-least', { count: found.total }) : found.total}</b>{' '}
                {found.total > 0 && (
                  <Link to={registerAddress(register.name, { ids: found.items.map(({ id }) => id).join(',') })}>
                    {t(found.total > found.items.length ? 'console.map.open-first' : 'console.map.open-list', {
                      count: found.items.length,
                    })}
                  </Link>
                )}
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
