import type { RegisterView } from '@wangge/contracts';
import { Link } from 'react-router-dom';
import { useTexts } from '../../i18n/use-texts';
import { movesAddress } from '../register-address';

/** From the list of a register to what comes into the area and goes out of it, for whoever may move records. */
export function MovesLink({ register }: { readonly register: RegisterView }) {
  const t = useTexts();
  if (!register.mayMove || register.movingFields.length === 0) return null;
  return (
    <Link className="button" to={movesAddress(register.name)}>
      {t('console.moves')}
    </Link>
  );
}
