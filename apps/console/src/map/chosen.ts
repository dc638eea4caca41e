import type { SpotGroup } from '@wangge/map';
import type { RegisterLayer } from './spot-layers';

/** The marks of a layer that were picked on the map. */
export interface Chosen {
  readonly layer: RegisterLayer;
  readonly group: SpotGroup;
}
export type Drawing = 'rectangle' | 'polygon' | 'window';
