import type { ImportView, RegisterView } from '@wangge/contracts';
import { Link, useParams } from 'react-router-dom';
import { useTexts } from '../i18n/use-texts';
import { useCrumbs } from '../layout/crumbs';
import { useMay } from '../layout/use-me';
import { registerAddress } from '../registers/register-address';
import { useLabel } from '../registers/register-words';
import { WithRegister } from '../registers/WithRegister';
import { ErrorNotice, Notice, Skeleton } from '../ui/Notice';
import { CheckResult } from './CheckResult';
import { importsAddress } from './import-address';
import { useImport } from './import-queries';
import { type ImportStep, ImportSteps } from './ImportSteps';
import { MayNot } from './MayNot';
import { Progress } from './Progress';

export function ImportPage() {
  const { register: name = '', id = '' } = useParams();
  const may = useMay('register.import');
  return (
    <WithRegister name={name}>
      {(register) => (may ? <OneImport key={id} register={register} id={id} /> : <MayNot />)}
    </WithRegister>
  );
}

interface OneImportProps {
  readonly register: RegisterView;
  readonly id: string;
}

/** One import from its dry run to its end. It stands at an address of its own: a reload goes on where it was. */
function OneImport({ register, id }: OneImportProps) {
  const t = useTexts();
  const labelOf = useLabel();
  const { data, error, refetch } = useImport(id);
  const label = labelOf(register.label);
  useCrumbs(
    { text: t('console.registers') },
    { text: label, to: registerAddress(register.name) },
    { text: t('console.import'), to: importsAddress(register.name) },
    { text: data?.fileName ?? '' },
  );
  return (
    <div className="page import-page">
      <header className="list-head">
        <h1>{data?.fileName ?? t('console.import')}</h1>
        <Link className="button" to={importsAddress(register.name)}>
          {t('console.import.another')}
        </Link>
      </header>
      <ImportSteps at={data ? STEPS[data.state] : 'check'} />
      {error && !data && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={6} height={20} />}
      {data && <Content register={register} given={data} />}
    </div>
  );
}

const STEPS: Readonly<Record<ImportView['state'], ImportStep>> = {
  checking: 'check',
  checked: 'check',
  applying: 'done',
  done: 'done',
  refused: 'upload',
  failed: 'upload',
  cancelled: 'upload',
};

function Content({ register, given }: { readonly register: RegisterView; readonly given: ImportView }) {
  const t = useTexts();
  switch (given.state) {
    case 'checking':
      return <Progress text={t('console.import.checking')} done={given.done} total={undefined} />;
    case 'applying':
      return <Progress text={t('console.import.applying')} done={given.done} total={given.counts?.rows} />;
    case 'refused':
    case 'failed':
      return (
        <Notice kind="error">
          <span>{t(`error.${given.problem ?? 'server.failed'}`)}</span>
          <Link to={importsAddress(register.name)}>{t('console.import.another')}</Link>
        </Notice>
      );
    case 'cancelled':
      return <Notice kind="info">{t('console.import.cancelled')}</Notice>;
    case 'checked':
    case 'done':
      return <CheckResult register={register} given={given} />;
  }
}
