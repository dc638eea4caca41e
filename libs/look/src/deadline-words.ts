import type { Clock } from '@wangge/contracts';
import type { CommonKey } from '@wangge/texts';
import { durationWords, type Words } from './formats.js';
import { localTime } from './local-time.js';

const DAY_MINUTES = { continuous: 1440, working: 480 } as const;

/** A length of time to the minute, so that the parts of a sentence add up: "1天1时30分" where a list says "1天1时". */
export function exactWords(minutes: number, basis: Clock['basis'], t: Words): string {
  const day = DAY_MINUTES[basis];
  const [whole, rest] = [minutes - (minutes % day), minutes % day];
  if (whole === 0 || rest % 60 === 0) return durationWords(minutes, t, basis);
  return t('span.days-and', { days: durationWords(whole, t, basis), rest: durationWords(rest, t, basis) });
}

const HOLIDAYS: Readonly<Record<string, CommonKey>> = {
  元旦: 'holiday.new-year',
  春节: 'holiday.spring-festival',
  清明节: 'holiday.qingming',
  劳动节: 'holiday.labour-day',
  端午节: 'holiday.dragon-boat',
  中秋节: 'holiday.mid-autumn',
  国庆节: 'holiday.national-day',
};

/** The notice names holidays in Chinese, two at once where they meet: "国庆节、中秋节". */
export function holidayWords(name: string, t: Words): string {
  const words = name.split('、').map((each) => {
    const key = HOLIDAYS[each];
    return key ? t(key) : each;
  });
  return listWords(words, t);
}

/** "周六、周日", "Sat and Sun". */
export function listWords(words: readonly string[], t: Words): string {
  const [some, last] = [words.slice(0, -1), words.at(-1) ?? ''];
  return some.length === 0 ? last : t('why.and', { some: some.join(t('list.comma')), last });
}

/** A Saturday or Sunday; work on one was moved there by the holiday notice. */
export function isWeekendDay(instant: string): boolean {
  const { weekday } = localTime(instant);
  return weekday === 0 || weekday === 6;
}
