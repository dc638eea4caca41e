import type { ImportFault, ImportState, RegisterView } from '@wangge/contracts';
import { exchangeTexts, type ExchangeKey, type Locale, texts } from '@wangge/texts';

const PLACES = {
  gridCode: { zh: '网格编码', en: 'Grid code' },
  lng: { zh: '经度', en: 'Longitude' },
  lat: { zh: '纬度', en: 'Latitude' },
  shape: { zh: '图形', en: 'Shape' },
};

/** Why a row is not taken, in the words that stand in the returned file too. */
export function faultWords({ fields }: RegisterView, { column, rule }: ImportFault, locale: Locale): string {
  const t = texts(locale, exchangeTexts);
  const place = Object.entries(PLACES).find(([name]) => name === column)?.[1];
  const label = place ?? fields.find(({ name }) => name === column)?.label;
  const key = `row.${rule}`;
  const words = { column: label?.[locale] ?? column ?? t('row.whole') };
  return isExchangeKey(key) ? t(key, words) : t('row.wrong-kind', words);
}

const isExchangeKey = (key: string): key is ExchangeKey => Object.hasOwn(exchangeTexts.zh, key);

export const stateClass = (state: ImportState): string =>
  state === 'refused' || state === 'failed' ? 'overdue' : state === 'cancelled' ? 'muted' : '';
