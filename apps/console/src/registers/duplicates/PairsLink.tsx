import type { RegisterView } from '@wangge/contracts';
import { Link } from 'react-router-dom';
import { useTexts } from '../../i18n/use-texts';
import { pairsAddress } from '../register-address';

/** From the list of a register to what may have been entered twice in it, for whoever may merge. */
export function PairsLink({ register }: { readonly register: RegisterView }) {
  const t = useTexts();
  if (!register.mayMerge || register.likenessFields.length === 0) return null;
  return (
    <Link className="button" to={pairsAddress(register.name)}>
      {t('console.pairs')}
    </Link>
  );
}
