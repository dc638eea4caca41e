import type { RegisterView } from '@wangge/contracts';
import { Link } from 'react-router-dom';
import { importsAddress } from '../../exchange/import-address';
import { TemplateLink } from '../../exchange/TemplateLink';
import { useTexts } from '../../i18n/use-texts';
import { useMay } from '../../layout/use-me';
import { Icon } from '../../ui/Icon';
import { createAddress } from '../register-address';
import { useLabel } from '../register-words';

/** How records come into a register: one by one, or from a workbook. */
export function ListActions({ register }: { readonly register: RegisterView }) {
  const t = useTexts();
  const labelOf = useLabel();
  const mayImport = useMay('register.import') && register.mayWrite;
  return (
    <div className="list-actions">
      {mayImport && <TemplateLink register={register.name} className="button" />}
      {mayImport && (
        <Link className="button" to={importsAddress(register.name)}>
          <Icon name="upload" size={14} />
          {t('console.import')}
        </Link>
      )}
      {register.mayWrite && (
        <Link className="button primary" to={createAddress(register.name)}>
          <Icon name="plus" size={14} />
          {t('console.registers.create', { register: labelOf(register.label) })}
        </Link>
      )}
    </div>
  );
}
