import { type Chain, gridsApi, type Point } from '@wangge/contracts';
import { useReply } from '../data/use-reply';
import { useWords } from '../data/words';
import { type Frame, pathOf, projectionOf, ringsOf } from './outline';

export interface OutlineMapProps {
  readonly point: Point;
  readonly chain?: Pick<Chain, 'communityCode' | 'gridCode'> | undefined;
  /** Where the phone is. */
  readonly here?: Point | undefined;
  readonly frame?: Frame;
}

const SMALL: Frame = { width: 358, height: 122 };

/** The spot among the outlines of its unit grids: a drawing, so it costs no map library and works without network. */
export function OutlineMap({ point, chain, here, frame = SMALL }: OutlineMapProps) {
  const t = useWords();
  const question = chain && { query: { parent: chain.communityCode, level: 'grid' as const } };
  const features = useReply(gridsApi.boundaries, question).data?.features ?? [];
  const own = features.find(({ properties }) => properties.code === chain?.gridCode);
  const shown = [point, ...(here ? [here] : []), ...(own ? ringsOf(own).flat() : [])];
  const projection = projectionOf(shown, frame);
  const pin = projection.at(point);
  const me = here && projection.at(here);
  return (
    <svg class="map-drawing" viewBox={`0 0 ${frame.width} ${frame.height}`} role="img" aria-label={t('phone.map')}>
      {features.map((boundary) => (
        <path key={boundary.id} class={boundary === own ? 'own' : ''} d={pathOf(boundary, projection)} />
      ))}
      {me && <circle class="me" cx={me.x} cy={me.y} r="8" />}
      <g transform={`translate(${pin.x} ${pin.y})`}>
        <path class="pin" d="M0 0C-11-13-15-19-15-27a15 15 0 0 1 30 0C15-19 11-13 0 0z" />
        <circle class="eye" cy="-27" r="5.5" />
      </g>
    </svg>
  );
}
