import { levelOf } from '@wangge/domain';
import type { DrawnRing } from '@wangge/map';
import { useCallback, useState } from 'react';
import { useStore } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { useTexts } from '../i18n/use-texts';
import { useCrumbs } from '../layout/crumbs';
import { rootOf, useMay, useMe } from '../layout/use-me';
import { useGridPicture } from '../pictures/picture-queries';
import { useRegisters } from '../registers/register-queries';
import { ErrorNotice, Notice } from '../ui/Notice';
import type { Chosen, Drawing } from './chosen';
import { ChosenCard } from './ChosenCard';
import { DrawTools } from './DrawTools';
import { EVENTS, LayerSwitch } from './LayerSwitch';
import { useOpenEvents, useWindows } from './map-queries';
import { RecordMapView } from './RecordMapView';
import { SelectionCard } from './SelectionCard';

/** One map of everything the viewer may know: registers and open events as layers, and drawing to choose. */
export function MapPage() {
  const t = useTexts();
  const me = useMe();
  const [search] = useSearchParams();
  const asked = search.get('scope') ?? '';
  const scope = levelOf(asked) ? asked : rootOf(me);
  const readsEvents = useMay('event.read');
  const registers = useRegisters().data?.items ?? [];
  const [on, setOn] = useStore<readonly string[]>(`${me.id}.map.layers`, [EVENTS, 'buildings']);
  const [bbox, setBbox] = useState<string>();
  const [chosen, setChosen] = useState<Chosen>();
  const [drawing, setDrawing] = useState<Drawing>();
  const [ring, setRing] = useState<DrawnRing>();
  const shown = registers.filter(({ name }) => on.includes(name));
  const windows = useWindows(shown, bbox);
  const events = useOpenEvents(bbox, readsEvents && on.includes(EVENTS));
  const counts = useGridPicture(scope).data;
  const failed = windows.find(({ error }) => error)?.error;
  const onDrawn = useCallback((drawn: DrawnRing | undefined) => {
    setDrawing(undefined);
    if (drawn) setRing(drawn);
  }, []);
  useCrumbs({ text: t('console.map') });
  return (
    <div className="map-page">
      <aside className="map-side" aria-label={t('console.map.layers')}>
        <h1>{t('console.map')}</h1>
        <LayerSwitch registers={registers} on={on} onChange={setOn} counts={counts} />
        <DrawTools drawing={drawing} onDraw={setDrawing} />
        {ring && <SelectionCard registers={shown} ring={ring} onClear={() => setRing(undefined)} />}
        {chosen && <ChosenCard chosen={chosen} onClose={() => setChosen(undefined)} />}
      </aside>
      <div className="map-main">
        {failed !== undefined && <ErrorNotice error={failed} />}
        {windows.map(({ register, window }) =>
          window?.kind === 'points' && !window.complete ? (
            <Notice key={register.name} kind="info">
              {t('console.map.more-than', { count: window.items.length })}
            </Notice>
          ) : null,
        )}
        <RecordMapView
          scope={scope}
          registers={registers}
          windows={windows}
          markers={on.includes(EVENTS) ? events.data?.items : undefined}
          drawing={drawing}
          ring={ring}
          onWindow={setBbox}
          onChoose={setChosen}
          onDrawn={onDrawn}
        />
      </div>
    </div>
  );
}
