import type { SpotGroup } from '@wangge/map';
import type { RegisterLayer } from './spot-layers';

/** A mark that was opened. */
export interface Chosen {
  readonly layer: RegisterLayer;
  readonly group: SpotGroup;
}
/** How an area is chosen. */
export type Drawing = 'rectangle' | 'polygon' | 'window';
