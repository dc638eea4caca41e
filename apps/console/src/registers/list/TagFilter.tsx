import type { RegisterView } from '@wangge/contracts';
import { useTexts } from '../../i18n/use-texts';
import { useLabel } from '../register-words';
import type { RecordFilter } from './record-filter';

interface TagFilterProps {
  readonly register: RegisterView;
  readonly filter: RecordFilter;
  readonly onChange: (part: RecordFilter) => void;
}

/** Of the tags that the viewer may read, one at a time: a group of people is looked at for a reason. */
export function TagFilter({ register: { tagKinds }, filter, onChange }: TagFilterProps) {
  const t = useTexts();
  const labelOf = useLabel();
  if (tagKinds.length === 0) return null;
  return (
    <label className="select-box">
      <span>{t('console.tags')}</span>
      <select value={filter.tag ?? ''} onChange={({ target }) => onChange({ tag: target.value })}>
        <option value="">{t('console.any')}</option>
        {tagKinds.map(({ code, label }) => (
          <option key={code} value={code}>
            {labelOf(label)}
          </option>
        ))}
      </select>
    </label>
  );
}
