import { Link } from 'react-router-dom';
import { useTexts } from '../i18n/use-texts';
import { recordAddress } from '../registers/register-address';
import { useRegister } from '../registers/register-queries';
import { useLabel } from '../registers/register-words';
import type { Chosen } from './chosen';

interface ChosenCardProps {
  readonly chosen: Chosen;
  readonly onClose: () => void;
}

/** The records at one spot: those of a building stand at the building. */
export function ChosenCard({ chosen: { layer, group }, onClose }: ChosenCardProps) {
  const t = useTexts();
  const labelOf = useLabel();
  const register = useRegister(layer.register);
  return (
    <section className="map-card" aria-labelledby="chosen-title" aria-live="polite">
      <h2 id="chosen-title">
        {register && labelOf(register.label)} <span className="related-count">{group.total}</span>
        <button type="button" className="link aside" onClick={onClose}>
          {t('do.close')}
        </button>
      </h2>
      <ul>
        {group.spots.map(({ key, name }) => (
          <li key={key}>
            <Link to={recordAddress(layer.register, key)}>{name}</Link>
          </li>
        ))}
      </ul>
      {group.total > group.spots.length && <p className="muted">{t('console.map.first', { count: group.spots.length })}</p>}
    </section>
  );
}
