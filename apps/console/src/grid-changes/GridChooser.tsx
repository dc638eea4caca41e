import type { Boundaries } from '@wangge/contracts';
import { useId } from 'react';
import { useTexts } from '../i18n/use-texts';
import type { GridWorking } from './use-grid-work';

interface GridChooserProps {
  readonly boundaries: Boundaries;
  readonly working: GridWorking;
}

/** The same choice as a click on the map, for the keyboard. */
export function GridChooser({ boundaries, working: { work, begin, toggle } }: GridChooserProps) {
  const t = useTexts();
  const id = useId();
  const grids = boundaries.features.map(({ properties }) => properties);
  if (work.kind === 'merge') {
    return (
      <fieldset className="grid-choices">
        <legend>{t('console.grids.grids')}</legend>
        {grids.map(({ code, name }) => (
          <label key={code}>
            <input type="checkbox" checked={work.codes.includes(code)} onChange={() => toggle(code)} />
            {name}
          </label>
        ))}
      </fieldset>
    );
  }
  return (
    <div className="grid-field">
      <label htmlFor={id}>{t('console.grids.grid')}</label>
      <span className="select-box">
        <select
          id={id}
          value={work.codes[0] ?? ''}
          onChange={({ target }) => begin(work.kind, target.value ? [target.value] : [])}
        >
          <option value="">{t('console.grids.pick')}</option>
          {grids.map(({ code, name }) => (
            <option key={code} value={code}>
              {name} {code.slice(-3)}
            </option>
          ))}
        </select>
      </span>
    </div>
  );
}
