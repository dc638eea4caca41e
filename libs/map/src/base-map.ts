import type { Layer } from 'leaflet';

/**
 * A source of background tiles. Without one the map draws our own layers only, which is the default:
 * published maps of China need an approval number (审图号), and one that has it must show it.
 */
export interface BaseMap {
  layer(): Layer;
  /** Whose data it is, as plain text. */
  readonly source: string;
  /** The approval number, e.g. `GS(2024)0000号`. */
  readonly approval?: string;
}

/** The line at the foot of the map. */
export function attributionOf(base: BaseMap | undefined, own: string | undefined, approvalWord: string): string {
  const approval = base?.approval ? `${approvalWord} ${base.approval}` : undefined;
  return [own, base?.source, approval].filter((part) => part !== undefined && part !== '').join(' · ');
}
