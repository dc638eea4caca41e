import { markerLook } from '@wangge/look';
import type { MarkerGroup } from '@wangge/map';
import type { useTexts } from '../i18n/use-texts';

/** What assistive technology calls a marker: number, state, and for how many it stands. */
export function markerLabel({ marker, others }: MarkerGroup, t: ReturnType<typeof useTexts>): string {
  const state = t(markerLook(marker.status, marker.light).word);
  const more = others.length > 0 ? [t('console.map.and-more', { count: others.length + 1 })] : [];
  return [marker.number, state, ...more].join(' ');
}
