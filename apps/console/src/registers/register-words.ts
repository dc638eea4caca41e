import type { FieldValue, Label, RegisterField } from '@wangge/contracts';
import { localTime, monthDay } from '@wangge/look';
import { useLocale } from 'react-admin';
import { localeOf } from '../i18n/i18n-provider';
import { type T, useTexts } from '../i18n/use-texts';

export type LabelWords = (label: Label) => string;

/** The words of definitions in the language chosen now. */
export function useLabel(): LabelWords {
  const locale = localeOf(useLocale());
  return (label) => label[locale];
}

/** A value as it is read. A masked one comes as text whatever its kind and is shown as it comes. */
export function valueWords(
  { kind, choices }: Pick<RegisterField, 'kind' | 'choices'>,
  value: FieldValue,
  t: T,
  labelOf: LabelWords,
): string {
  if (value === null || value === '') return t('unit.none');
  if (kind === 'boolean' && typeof value === 'boolean') return t(value ? 'console.registers.yes' : 'console.registers.no');
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

export function useValueWords(): (field: RegisterField, value: FieldValue) => string {
  const t = useTexts();
  const labelOf = useLabel();
  return (field, value) => valueWords(field, value, t, labelOf);
}

/** Data classes of a person's own facts: seen masked, and whoever looks leaves a trace. */
export const isPersonal = ({ dataClass }: RegisterField): boolean => dataClass === 'L3' || dataClass === 'L4';
