import { Menu, MenuItem } from '@mui/material';
import type { RegisterField } from '@wangge/contracts';
import { useState } from 'react';
import { useTexts } from '../../i18n/use-texts';
import { Icon } from '../../ui/Icon';
import { MenuCheck } from '../../ui/MenuCheck';
import { ReferenceInput } from '../form/ReferenceInput';
import { useLabel } from '../register-words';
import { firstOf, gteOf, isInterval, lastOf, ltOf, type RecordFilter } from './record-filter';

interface FilterFieldProps {
  readonly field: RegisterField;
  readonly filter: RecordFilter;
  readonly onChange: (part: RecordFilter) => void;
}

/** One field of the search form, by its kind. */
export function FilterField(props: FilterFieldProps) {
  const { field, filter, onChange } = props;
  const labelOf = useLabel();
  const value = filter[field.name] ?? '';
  const change = (next: string) => onChange({ [field.name]: next });
  if (isInterval(field)) return <IntervalFilter {...props} />;
  if (field.choices) return <ChoicesFilter {...props} />;
  if (field.kind === 'boolean') return <BooleanFilter {...props} />;
  if (field.references !== null) {
    return (
      <ReferenceInput
        id={`search-${field.name}`}
        label={labelOf(field.label)}
        register={field.references}
        value={value}
        title={undefined}
        onChange={change}
      />
    );
  }
  return (
    <label className="select-box">
      <span>{labelOf(field.label)}</span>
      <input className="filter-text" maxLength={120} value={value} onChange={({ target }) => change(target.value)} />
    </label>
  );
}

function BooleanFilter({ field, filter, onChange }: FilterFieldProps) {
  const t = useTexts();
  const labelOf = useLabel();
  return (
    <label className="select-box">
      <span>{labelOf(field.label)}</span>
      <select value={filter[field.name] ?? ''} onChange={({ target }) => onChange({ [field.name]: target.value })}>
        <option value="">{t('console.any')}</option>
        <option value="true">{t('value.yes')}</option>
        <option value="false">{t('value.no')}</option>
      </select>
    </label>
  );
}

/** From and to, both counted in. */
function IntervalFilter({ field, filter, onChange }: FilterFieldProps) {
  const t = useTexts();
  const labelOf = useLabel();
  const label = labelOf(field.label);
  const from = firstOf(field, filter[`${field.name}.gte`] ?? '');
  const to = lastOf(field, filter[`${field.name}.lt`] ?? '');
  const type = field.kind === 'date' || field.kind === 'instant' ? 'date' : 'number';
  return (
    <div className="select-box interval">
      <span aria-hidden="true">{label}</span>
      <input
        type={type}
        step="any"
        className={`filter-${type}`}
        aria-label={t('console.registers.from', { field: label })}
        value={from}
        onChange={({ target }) => onChange({ [`${field.name}.gte`]: gteOf(field, target.value) })}
      />
      <span aria-hidden="true">–</span>
      <input
        type={type}
        step="any"
        className={`filter-${type}`}
        aria-label={t('console.registers.to', { field: label })}
        value={to}
        onChange={({ target }) => onChange({ [`${field.name}.lt`]: ltOf(field, target.value) })}
      />
    </div>
  );
}

/** Any number of a dictionary's values. */
function ChoicesFilter({ field, filter, onChange }: FilterFieldProps) {
  const t = useTexts();
  const labelOf = useLabel();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const label = labelOf(field.label);
  const chosen = (filter[field.name] ?? '').split(',').filter(Boolean);
  const choices = field.choices ?? [];
  const words = choices.filter(({ code }) => chosen.includes(code)).map(({ label: choice }) => labelOf(choice));
  const toggle = (code: string) => {
    const next = chosen.includes(code) ? chosen.filter((other) => other !== code) : [...chosen, code];
    onChange({ [field.name]: next.join(',') });
  };
  return (
    <>
      <button
        type="button"
        className="select-box choices-box"
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        aria-label={chosen.length > 0 ? t('console.registers.chosen', { field: label, count: chosen.length }) : undefined}
        title={words.join(t('list.comma'))}
        onClick={({ currentTarget }) => setAnchor(currentTarget)}
      >
        <span>{label}</span>
        <span className="chosen">{words.length > 0 ? words.join(t('list.comma')) : t('console.any')}</span>
        <Icon name="down" size={12} />
      </button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {choices.map(({ code, label: choice }) => {
          const on = chosen.includes(code);
          return (
            <MenuItem key={code} role="menuitemcheckbox" aria-checked={on} onClick={() => toggle(code)}>
              <MenuCheck on={on} />
              {labelOf(choice)}
            </MenuItem>
          );
        })}
      </Menu>
    </>
  );
}
