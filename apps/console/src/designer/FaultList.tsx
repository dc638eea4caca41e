import type { DefinitionFault, OwnDefinition } from '@wangge/contracts';
import { useTexts } from '../i18n/use-texts';
import { useLabel } from '../registers/register-words';
import { Notice } from '../ui/Notice';

interface FaultListProps {
  readonly draft: OwnDefinition;
  readonly faults: readonly DefinitionFault[];
}

/** What is wrong with the register as a whole; what is wrong with a field stands at the field. */
export function FaultList({ draft, faults }: FaultListProps) {
  const t = useTexts();
  const labelOf = useLabel();
  if (faults.length === 0) return <Notice kind="done">{t('console.designer.faults.none')}</Notice>;
  const ofField = (path: string) => draft.fields.find(({ name }) => name === path);
  const said = faults.map(({ path, rule }) => {
    const field = ofField(path);
    const words = t(`console.designer.rule.${rule}`);
    if (field && labelOf(field.label)) return t('console.designer.field.of', { field: labelOf(field.label), what: words });
    return path && !field ? t('console.designer.field.of', { field: path, what: words }) : words;
  });
  return (
    <Notice kind="warning">
      <div>
        <strong>{t('console.designer.faults', { count: faults.length })}</strong>
        <ul className="designer-faults">
          {[...new Set(said)].map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      </div>
    </Notice>
  );
}
