import type { GridPicture, RegisterView } from '@wangge/contracts';
import { useTexts } from '../i18n/use-texts';
import { useMay } from '../layout/use-me';
import { useLabel } from '../registers/register-words';
import { toneOf } from './spot-layers';

/** The layer that is no register: of events, only those in hand. */
export const EVENTS = 'open-events';

interface LayerSwitchProps {
  readonly registers: readonly RegisterView[];
  readonly on: readonly string[];
  readonly onChange: (on: readonly string[]) => void;
  readonly counts: GridPicture | undefined;
}

/** Switch and legend in one: the sign and colour of each layer, and how many there are in the whole area. */
export function LayerSwitch({ registers, on, onChange, counts }: LayerSwitchProps) {
  const t = useTexts();
  const labelOf = useLabel();
  const readsEvents = useMay('event.read');
  const toggle = (name: string) => onChange(on.includes(name) ? on.filter((each) => each !== name) : [...on, name]);
  const totalOf = (name: string) => counts?.registers?.find(({ register }) => register === name)?.total;
  return (
    <fieldset className="layer-switch">
      <legend>{t('console.map.layers')}</legend>
      {readsEvents && (
        <label>
          <input type="checkbox" checked={on.includes(EVENTS)} onChange={() => toggle(EVENTS)} />
          <span className="layer-sign" aria-hidden="true">
            ▲
          </span>
          {t('console.grid.open')}
          <b>{counts?.events?.open}</b>
        </label>
      )}
      {registers.map(({ name, label }) => (
        <label key={name}>
          <input type="checkbox" checked={on.includes(name)} onChange={() => toggle(name)} />
          <span className={`layer-sign map-record map-tone-${toneOf(registers, name)}`} aria-hidden="true">
            {[...labelOf(label)][0]}
          </span>
          {labelOf(label)}
          <b>{totalOf(name)}</b>
        </label>
      ))}
    </fieldset>
  );
}
