import type { Label, RegisterView } from '@wangge/contracts';
import type { SpotGroup, SpotLayer } from '@wangge/map';
import type { LoadedWindow } from './map-queries';

const TONES = 8;

/** The same register has the same colour wherever it stands among the chosen ones. */
export const toneOf = (registers: readonly RegisterView[], name: string): number =>
  (registers.findIndex((register) => register.name === name) % TONES) + 1;

export interface RegisterLayer extends SpotLayer {
  readonly register: string;
  readonly isOfAreas: boolean;
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
      return [{ ...layer, spots, isClustered: false, isOfAreas: true }];
    }
    const spots = window.items.map(({ id, title, point }) => ({ key: id, point, name: title, total: 1 }));
    return [{ ...layer, spots, isClustered: true, isOfAreas: false }];
  });
}

/** Which register a mark belongs to, and whether it is the number of an area. */
export const registerOf = (layers: readonly RegisterLayer[], { layer }: SpotGroup): RegisterLayer | undefined =>
  layers.find((each) => each === layer);
