import { gridsApi, type Point } from '@wangge/contracts';
import { useState } from 'preact/hooks';
import { placeName } from '../data/place-name';
import { usePosition } from '../data/position';
import { useReply } from '../data/use-reply';
import { sentenceFor, useWords } from '../data/words';
import { usePhone } from '../session/phone';
import { Icon } from '../ui/Icon';
import { lazy } from '../ui/lazy';
import { Sheet } from '../ui/Sheet';

/** The map library is fetched only when somebody wants to move the pin. */
const PickMap = lazy(() => import('./PickMap').then((file) => file.PickMap));

export interface PickSheetProps {
  readonly point: Point | undefined;
  readonly onTake: (point: Point) => void;
  readonly onClose: () => void;
}

/** Puts the pin by hand, and says at once whose grid that is. */
export function PickSheet({ point, onTake, onClose }: PickSheetProps) {
  const t = useWords();
  const { me } = usePhone();
  const position = usePosition(true);
  const [chosen, setChosen] = useState(point);
  const located = useReply(gridsApi.locate, chosen && { query: { lng: chosen.lng.toFixed(7), lat: chosen.lat.toFixed(7) } });
  const community = located.data?.chain.communityCode;
  const streets = useReply(gridsApi.boundaries, { query: { parent: me.districtCode } }).data;
  const grids = useReply(gridsApi.boundaries, community ? { query: { parent: community, level: 'grid' } } : undefined).data;
  return (
    <Sheet title={t('phone.move-place')} onClose={onClose} tall>
      <PickMap point={chosen} outlines={streets} grids={grids} onPick={setChosen} />
      <p role="status" class={located.error ? 'why' : 'place-names'}>
        {!chosen && t('phone.tap-map')}
        {chosen && located.data && `${located.data.names.street} ${placeName(located.data.names)}`}
        {chosen && located.error !== undefined && sentenceFor(located.error, t)}
      </p>
      <div class="two">
        <button
          type="button"
          class="btn line"
          disabled={position.state !== 'known'}
          onClick={() => position.state === 'known' && setChosen(position.point)}
        >
          <Icon name="pin" />
          {t('phone.where-i-am')}
        </button>
        <button type="button" class="btn prim" disabled={!chosen} onClick={() => chosen && onTake(chosen)}>
          {t('phone.put-here')}
        </button>
      </div>
    </Sheet>
  );
}
