import type { OwnRegisterView } from '@wangge/contracts';
import { useState } from 'react';
import { Link, useParams } from 'react-router-dom';
import { codeOf } from '../data/errors';
import { useTexts } from '../i18n/use-texts';
import { useCrumbs } from '../layout/crumbs';
import { registerAddress } from '../registers/register-address';
import { useLabel } from '../registers/register-words';
import { ErrorNotice, Notice, Skeleton } from '../ui/Notice';
import { DefinitionFacts } from './DefinitionFacts';
import { DefinitionPreview } from './DefinitionPreview';
import { DESIGNER } from './designer-address';
import { useMayDefine, useOwnRegister } from './designer-queries';
import { FaultList } from './FaultList';
import { FieldTable } from './FieldTable';
import { StateWords } from './OwnRegisterList';
import { DesignerSteps } from './DesignerSteps';
import { useDesigner } from './use-designer';
import { VersionHistory } from './VersionHistory';

/** One register of the district's own: its fields, how it will look, and what it was. */
export function DesignerPage() {
  const t = useTexts();
  const { register: name = '' } = useParams();
  const may = useMayDefine();
  const { data, error, refetch } = useOwnRegister(name);
  if (!may || (error && codeOf(error) === 'not-found')) {
    return (
      <div className="page">
        <Notice kind="warning">{t(may ? 'console.designer.unknown' : 'console.designer.denied')}</Notice>
      </div>
    );
  }
  if (data) return <Designer key={data.name} first={data} />;
  if (!error) return <Skeleton lines={12} height={20} />;
  return (
    <div className="page">
      <ErrorNotice error={error} onRetry={() => void refetch()} />
    </div>
  );
}

const TABS = ['fields', 'preview', 'versions'] as const;

function Designer({ first }: { readonly first: OwnRegisterView }) {
  const t = useTexts();
  const labelOf = useLabel();
  const designer = useDesigner(first);
  const { stored, draft } = designer;
  const [tab, setTab] = useState<(typeof TABS)[number]>('fields');
  const label = labelOf(draft.label);
  useCrumbs({ text: t('console.designer'), to: DESIGNER }, { text: label });
  return (
    <div className="designer">
      <header className="list-head">
        <h1>{label}</h1>
        <code>{stored.name}</code>
        <StateWords register={stored} />
        {stored.version > 0 && <Link to={registerAddress(stored.name)}>{t('console.designer.open')}</Link>}
        <DesignerSteps designer={designer} />
      </header>
      {designer.error !== undefined && (
        <ErrorNotice error={designer.error} {...(codeOf(designer.error) === 'register.stale' && { onRetry: () => void designer.loadNewest() })} />
      )}
      <DefinitionFacts designer={designer} />
      <FaultList draft={draft} faults={designer.faults} />
      <div className="designer-tabs" role="tablist" aria-label={label}>
        {TABS.map((each) => (
          <button key={each} type="button" role="tab" id={`tab-${each}`} aria-selected={tab === each} aria-controls={`panel-${each}`} onClick={() => setTab(each)}>
            {t(`console.designer.tab.${each}`)}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`panel-${tab}`} aria-labelledby={`tab-${tab}`}>
        {tab === 'fields' && <FieldTable designer={designer} />}
        {tab === 'preview' && <DefinitionPreview name={stored.name} draft={draft} />}
        {tab === 'versions' && <VersionHistory register={stored} />}
      </div>
    </div>
  );
}
