import { dateOfDay, dayOf } from '@wangge/domain';
import { useTexts } from '../i18n/use-texts';
import { PERIODS, type Period, periodOf } from './period';

const dayAfter = (day: string, days: number): string => dateOfDay(dayOf(Date.parse(`${day}T00:00:00+08:00`)) + days);

/** A period by its name, or from one day to another, both included. */
export function PeriodChoice({ period, onChoose }: { readonly period: Period; readonly onChoose: (period: Period) => void }) {
  const t = useTexts();
  const now = new Date();
  const last = dayAfter(period.to, -1);
  return (
    <>
      <fieldset className="chips" aria-label={t('console.indicators.period')}>
        {PERIODS.map((name) => {
          const each = periodOf(name, now);
          const isOn = each.from === period.from && each.to === period.to;
          return (
            <button key={name} type="button" className="chip" aria-pressed={isOn} onClick={() => onChoose(each)}>
              {t(`console.indicators.period.${name}`)}
            </button>
          );
        })}
      </fieldset>
      <label className="select-box">
        <span>{t('console.indicators.period')}</span>
        <input
          type="date"
          aria-label={t('console.indicators.from')}
          value={period.from}
          max={last}
          onChange={({ target }) => target.value && onChoose({ from: target.value, to: period.to })}
        />
        <span aria-hidden="true">–</span>
        <input
          type="date"
          aria-label={t('console.indicators.to')}
          value={last}
          min={period.from}
          onChange={({ target }) => target.value && onChoose({ from: period.from, to: dayAfter(target.value, 1) })}
        />
      </label>
    </>
  );
}
