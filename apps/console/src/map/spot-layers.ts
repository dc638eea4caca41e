import type { Label, RegisterView, Shape } from '@wangge/contracts';
import type { SpotGroup, SpotLayer } from '@wangge/map';
import type { LoadedWindow } from './map-queries';

const TONES = 8;

/** The same register has the same colour wherever it stands among the chosen ones. */
export const toneOf = (registers: readonly RegisterView[], name: string): number =>
  (registers.findIndex((register) => register.name === name) % TONES) + 1;

export interface RegisterLayer extends SpotLayer {
  readonly register: string;
  readonly isOfAreas: boolean;
  /** Lines and areas, where there are few enough to be drawn. */
  readonly shapes: readonly Shape[];
}

interface Words {
  readonly labelOf: (label: Label) => string;
  readonly toneOf: (register: string) => number;
}

/** Windows as layers of spots: records one by one, or areas with their numbers. */
export function layersOf(windows: readonly LoadedWindow[], words: Words): RegisterLayer[] {
  return windows.flatMap(({ register: { name, label }, window }): RegisterLayer[] => {
    if (!window) return [];
    const layer = { register: name, sign: [...words.labelOf(label)][0] ?? '', tone: words.toneOf(name) };
    if (window.kind === 'areas') {
      const spots = window.items.map(({ code, name: area, point, total }) => ({ key: code, point, name: area, total }));
      return [{ ...layer, spots, isClustered: false, isOfAreas: true, shapes: [] }];
    }
    const spots = window.items.map(({ id, title, point }) => ({ key: id, point, name: title, total: 1 }));
    const shapes = window.items.flatMap(({ shape }) => (shape && shape.type !== 'Point' ? [shape] : []));
    return [{ ...layer, spots, isClustered: true, isOfAreas: false, shapes }];
  });
}

/** Which register a mark belongs to, and whether it is the number of an area. */
export const registerOf = (layers: readonly RegisterLayer[], { layer }: SpotGroup): RegisterLayer | undefined =>
  layers.find((each) => each === layer);
