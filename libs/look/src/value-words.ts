import type { FieldValue, Label, RegisterField } from '@wangge/contracts';
import type { CommonKey, Translate } from '@wangge/texts';
import { localTime, monthDay } from './local-time.js';

/** A value of a record as it is read. A masked one comes as text whatever its kind and is shown as it comes. */
export function valueWords(
  { kind, choices }: Pick<RegisterField, 'kind' | 'choices'>,
  value: FieldValue,
  t: Translate<CommonKey>,
  labelOf: (label: Label) => string,
): string {
  if (value === null || value === '') return t('unit.none');
  if (kind === 'boolean' && typeof value === 'boolean') return t(value ? 'value.yes' : 'value.no');
  if (kind === 'instant') return dayAndTime(String(value));
  if (kind === 'choices') {
    const codes = String(value).split(',');
    const chosen = choices?.filter(({ code }) => codes.includes(code)) ?? [];
    return chosen.map(({ label }) => labelOf(label)).join(t('list.comma'));
  }
  const choice = choices?.find(({ code }) => code === value);
  return choice ? labelOf(choice.label) : String(value);
}

/** `2026-06-12 08:30`, local time; what is masked is shown as it comes. */
function dayAndTime(text: string): string {
  if (Number.isNaN(Date.parse(text))) return text;
  const at = localTime(text);
  return `${at.year}-${monthDay(at)} ${at.clock}`;
}
