import type { RegisterView } from '@wangge/contracts';
import { Link, useParams } from 'react-router-dom';
import { useTexts } from '../i18n/use-texts';
import { useCrumbs } from '../layout/crumbs';
import { useMay } from '../layout/use-me';
import { registerAddress } from '../registers/register-address';
import { useLabel } from '../registers/register-words';
import { WithRegister } from '../registers/WithRegister';
import { ImportList } from './ImportList';
import { ImportSteps } from './ImportSteps';
import { MayNot } from './MayNot';
import { TemplateLink } from './TemplateLink';
import { UploadArea } from './UploadArea';

export function ImportsPage() {
  const { register: name = '' } = useParams();
  const may = useMay('register.import');
  return (
    <WithRegister name={name}>
      {(register) => (may ? <Imports key={register.name} register={register} /> : <MayNot />)}
    </WithRegister>
  );
}

/** Two steps that a person takes outside and inside the browser, and what came of earlier ones. */
function Imports({ register }: { readonly register: RegisterView }) {
  const t = useTexts();
  const labelOf = useLabel();
  const label = labelOf(register.label);
  const title = t('console.import.title', { register: label });
  useCrumbs({ text: t('console.registers') }, { text: label, to: registerAddress(register.name) }, { text: t('console.import') });
  return (
    <div className="page import-page">
      <header className="list-head">
        <h1>{title}</h1>
        <Link className="button" to={registerAddress(register.name)}>
          {t('console.registers.back')}
        </Link>
      </header>
      <ImportSteps at="upload" />
      <div className="import-begin">
        <section aria-labelledby="import-template">
          <h2 id="import-template">{t('console.import.template')}</h2>
          <p className="muted">{t('console.import.template-why')}</p>
          <TemplateLink register={register.name} className="button accent" />
        </section>
        <section aria-labelledby="import-file">
          <h2 id="import-file">{t('console.import.file')}</h2>
          <UploadArea register={register} />
        </section>
      </div>
      <section aria-labelledby="import-earlier">
        <h2 id="import-earlier">{t('console.import.earlier')}</h2>
        <ImportList register={register.name} />
      </section>
    </div>
  );
}
