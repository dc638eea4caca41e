import type { OwnField } from '@wangge/contracts';
import { instantWords } from '@wangge/look';
import { useTexts } from '../i18n/use-texts';
import { useLabel } from '../registers/register-words';
import { useDebounced } from '../ui/use-debounced';
import { useNow } from '../ui/use-now';
import { useSimilarFields } from './designer-queries';

/** Warns, as it is typed, that people have told this already. */
export function SimilarNotice({ register, field }: { readonly register: string; readonly field: OwnField }) {
  const t = useTexts();
  const labelOf = useLabel();
  const now = useNow();
  const label = useDebounced(field.label.zh.trim(), 400);
  const { data } = useSimilarFields(register, label, field.kind !== 'reference');
  const [found] = label === '' || field.kind === 'reference' ? [] : (data?.items ?? []);
  if (!found) return null;
  const { owner, changedAt } = found;
  const by =
    owner === null || changedAt === null
      ? t('console.designer.similar.platform')
      : t('console.designer.similar.own', { who: owner, when: instantWords(changedAt, now, t) });
  return (
    <p className="soon" role="status">
      {t('console.designer.similar', { register: labelOf(found.registerLabel), field: labelOf(found.label), owner: by })}
    </p>
  );
}
