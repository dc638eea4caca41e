import { type Point, publicReportsApi } from '@wangge/contracts';
import { useState } from 'preact/hooks';
import { TextField } from '../ui/TextField';
import { useQuestion } from '../use-question';
import { useWords } from '../words';
import { LazyPickMap } from './LazyPickMap';

export interface PlaceFieldProps {
  readonly point: Point | undefined;
  readonly place: string;
  readonly fault: string | undefined;
  readonly onPoint: (point: Point) => void;
  readonly onPlace: (place: string) => void;
}

type Finding = 'idle' | 'asking' | 'failed';

/** Where it is: by the phone's own position, or by a tap on the map of the district. */
export function PlaceField({ point, place, fault, onPoint, onPlace }: PlaceFieldProps) {
  const t = useWords();
  const outlines = useQuestion(publicReportsApi.map);
  const [finding, setFinding] = useState<Finding>('idle');

  function find() {
    if (!('geolocation' in navigator)) return setFinding('failed');
    setFinding('asking');
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setFinding('idle');
        onPoint({ lng: coords.longitude, lat: coords.latitude });
      },
      () => setFinding('failed'),
      { enableHighAccuracy: true, timeout: 20_000, maximumAge: 10_000 },
    );
  }

  return (
    <section class="where" aria-labelledby="where">
      <h2 id="where">{t('report.where')}</h2>
      <button
        type="button"
        class="btn line wide"
        data-field="point"
        onClick={find}
        aria-describedby={fault ? 'point-fault' : undefined}
      >
        {finding === 'asking' ? t('report.finding') : t('report.use-position')}
      </button>
      <p class={finding === 'failed' ? 'fault' : 'hint'} role="status">
        {finding === 'failed' ? t('report.no-position') : point ? t('report.place-set') : t('report.tap-map')}
      </p>
      <LazyPickMap point={point} outlines={outlines} onPick={onPoint} />
      {fault && (
        <p class="fault" id="point-fault" role="alert">
          {fault}
        </p>
      )}
      <TextField
        label={t('field.place')}
        optional
        hint={t('report.place-hint')}
        name="place"
        most={120}
        value={place}
        onChange={onPlace}
      />
    </section>
  );
}
