import type { DefinitionChange } from '@wangge/contracts';
import { useTexts } from '../i18n/use-texts';
import { useLabel } from '../registers/register-words';

const PARTS = [
  'label',
  'element',
  'geometry',
  'titleField',
  'naturalKey',
  'order',
  'kind',
  'dataClass',
  'mask',
  'required',
  'search',
  'filter',
  'sort',
  'inList',
  'choices',
  'references',
  'most',
  'range',
] as const;

/** What a version changes, a line each. */
export function useChangeWords(): (change: DefinitionChange) => string {
  const t = useTexts();
  const labelOf = useLabel();
  return ({ kind, field, label, part }) => {
    const named = label ? labelOf(label) : (field ?? '');
    const known = PARTS.find((each) => each === part);
    const words = known === undefined ? (part ?? '') : t(`console.designer.part.${known}`);
    if (kind !== 'changed') return t(`console.designer.change.${kind}`, { field: named });
    return field === null
      ? t('console.designer.change.register', { part: words })
      : t('console.designer.change.changed', { field: named, part: words });
  };
}
