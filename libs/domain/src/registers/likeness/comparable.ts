import type { FieldValue } from '@wangge/contracts';

/** How the values of a field are compared: what a person takes for the same is brought into one form first. */
export type Comparison = 'equal' | 'name' | 'title' | 'date' | 'address';

/** The form in which equal means the same; undefined where there is nothing to compare. */
export function comparable(how: Comparison, value: FieldValue | undefined): string | undefined {
  if (value === undefined || value === null) return undefined;
  const form = FORMS[how](String(value).normalize('NFKC').toLowerCase().replace(/\s/g, ''));
  return form === '' ? undefined : form;
}

/** Whether two forms that differ are still near enough to count by half: a slip of the pen, not another thing. */
export const isClose = (how: Comparison, one: string, other: string): boolean => CLOSE[how](one, other);

const FORMS: Readonly<Record<Comparison, (text: string) => string>> = {
  equal: (text) => text,
  name: (text) => text.replace(/[·•.・‧]/g, ''),
  title: (text) => text.replace(/[\p{P}\p{S}]/gu, '').replace(/(股份有限公司|有限责任公司|有限公司|公司|\(?个体工商户\)?)$/u, ''),
  date: (text) => text,
  address: addressForm,
};

const CLOSE: Readonly<Record<Comparison, (one: string, other: string) => boolean>> = {
  equal: () => false,
  name: differInOneCharacter,
  title: (one, other) => holds(one, other, 4),
  date: differInOnePart,
  address: (one, other) => endsWith(one, other, 5),
};

/** 王小明 and 王晓明. Two characters alone are too few to leave one open, and the surname stays. */
function differInOneCharacter(one: string, other: string): boolean {
  const [a, b] = [Array.from(one), Array.from(other)];
  if (a.length !== b.length || a.length < 3 || a[0] !== b[0]) return false;
  return a.filter((character, at) => character !== b[at]).length === 1;
}

function holds(one: string, other: string, least: number): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return Array.from(short).length >= least && long.includes(short);
}

/** Two of year, month and day agree. */
function differInOnePart(one: string, other: string): boolean {
  const [a, b] = [one.split('-'), other.split('-')];
  return a.length === 3 && b.length === 3 && a.filter((part, at) => part !== b[at]).length === 1;
}

/** The same place, written once with the district or the street before it and once without. */
function endsWith(one: string, other: string, least: number): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return Array.from(short).length >= least && /[^\d-]/.test(short) && long.endsWith(short);
}

const NUMERAL = /[零〇一二三四五六七八九十百]+(?=号楼|号|栋|幢|座|单元|门|层|楼|室|户)/gu;

/** 四海小区三号楼2单元501室, 四海小区3栋2-501 and 四海小区３＃２单元５０１ are one: 四海小区3-2-501. */
function addressForm(text: string): string {
  return text
    .replace(NUMERAL, (numeral) => String(numberOf(numeral)))
    .replace(/[,，、。;；:：()（）"'“”]/gu, '')
    .replace(/(?<=[\da-z])(号楼|#楼|栋楼|栋|幢|座|#|号院|号|单元|门|层|楼)/gu, '-')
    .replace(/(?<=\d)(室|户|房)(?=$|-)/gu, '')
    .replace(/[-—–_~]+/gu, '-')
    .replace(/(?<!\d)0+(?=\d)/g, '')
    .replace(/(^-|-$)/g, '');
}

const DIGITS = '零一二三四五六七八九';

/** Up to 999, as numbers of houses are; digits said one by one (三〇二) are read so. */
function numberOf(numeral: string): number {
  const characters = Array.from(numeral.replaceAll('〇', '零'));
  if (!/[十百]/.test(numeral)) return Number(characters.map((each) => DIGITS.indexOf(each)).join(''));
  let [sum, digit] = [0, 0];
  for (const each of characters) {
    if (each === '十' || each === '百') {
      sum += (digit || 1) * (each === '十' ? 10 : 100);
      digit = 0;
    } else digit = DIGITS.indexOf(each);
  }
  return sum + digit;
}
