import type { Board } from '@wangge/contracts';
import { useMemo } from 'preact/hooks';
import { HoursChart } from '../charts/HoursChart';
import { useLanguage } from '../language';
import { hourBins } from './hour-bins';
import { Panel } from './Panel';
import './hours.css';

const HOUR_MS = 3_600_000;
/** The hour in China, which has one time zone. */
const hourOf = (instant: string) => new Date(Date.parse(instant) + 8 * HOUR_MS).getUTCHours();

export function HoursPanel({ hours, asOf }: Pick<Board, 'hours' | 'asOf'>) {
  const { t } = useLanguage();
  const hour = hourOf(asOf);
  const bins = useMemo(() => hourBins(hours, hour), [hours, hour]);
  const note = (
    <>
      <i class="key is-reported" />
      {t('wall.hours.reported')}
      <i class="key is-closed" />
      {t('wall.hours.closed')}
    </>
  );
  return (
    <Panel top={320} height={160} title={t('wall.hours')} note={note}>
      <HoursChart bins={bins} label={t('wall.hours.label')} />
    </Panel>
  );
}
