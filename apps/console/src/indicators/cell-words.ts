import type { IndicatorCell } from '@wangge/contracts';
import { INDICATORS } from '@wangge/domain';
import { durationWords } from '@wangge/look';
import type { T } from '../i18n/use-texts';

/** A number as it is read; what has no denominator is a dash. */
export function valueWords({ key, value }: IndicatorCell, t: T): string {
  if (value === null) return t('unit.none');
  switch (INDICATORS[key].kind) {
    case 'share':
      return t('unit.percent', { count: (value * 100).toFixed(1) });
    case 'mean':
      return durationWords(Math.round(value), t);
    default:
      return String(value);
  }
}
