import { type Chain, gridsApi, type Point } from '@wangge/contracts';
import { directionTo, distanceBetween, walkingMinutes } from '../data/geo';
import { placeName } from '../data/place-name';
import { usePosition } from '../data/position';
import { useReply } from '../data/use-reply';
import { useWords } from '../data/words';
import { DistanceWords } from '../ui/DistanceWords';
import { Icon } from '../ui/Icon';
import { Sheet } from '../ui/Sheet';
import { OutlineMap } from './OutlineMap';

export interface PlaceSheetProps {
  readonly title: string;
  readonly point: Point;
  readonly chain?: Chain;
  readonly onClose: () => void;
}

const FRAME = { width: 358, height: 300 };
/** The address a phone's own map answers to; other systems do not know it. */
const KNOWS_GEO = /Android/.test(navigator.userAgent);

/** Where something is, seen from where the phone is. */
export function PlaceSheet({ title, point, chain, onClose }: PlaceSheetProps) {
  const t = useWords();
  const position = usePosition(true);
  const here = position.state === 'known' ? position.point : undefined;
  const question = chain ? undefined : { query: { lng: point.lng.toFixed(7), lat: point.lat.toFixed(7) } };
  const located = useReply(gridsApi.locate, question).data;
  const names = located?.names;
  return (
    <Sheet title={title} onClose={onClose}>
      <OutlineMap point={point} chain={chain ?? located?.chain} here={here} frame={FRAME} />
      {names && <p class="muted">{placeName(names)}</p>}
      {here && <Way from={here} to={point} />}
      {KNOWS_GEO && (
        <a class="btn prim wide" href={`geo:${point.lat},${point.lng}?q=${point.lat},${point.lng}`}>
          <Icon name="navigate" />
          {t('phone.navigate')}
        </a>
      )}
    </Sheet>
  );
}

function Way({ from, to }: { from: Point; to: Point }) {
  const t = useWords();
  const metres = distanceBetween(from, to);
  const minutes = walkingMinutes(metres);
  const direction = t(`phone.direction-${directionTo(from, to)}`);
  return (
    <p class="way">
      <b>
        <DistanceWords metres={metres} />
      </b>
      <span>{minutes === null ? direction : t('phone.walk', { direction, minutes })}</span>
    </p>
  );
}
