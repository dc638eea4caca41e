import type { FieldValue, Label, RegisterField } from '@wangge/contracts';
import { valueWords } from '@wangge/look';
import { useCallback } from 'react';
import { useLocale } from 'react-admin';
import { localeOf } from '../i18n/i18n-provider';
import { useTexts } from '../i18n/use-texts';

export type LabelWords = (label: Label) => string;

/** The words of definitions in the language chosen now. */
export function useLabel(): LabelWords {
  const locale = localeOf(useLocale());
  return useCallback((label: Label) => label[locale], [locale]);
}

export function useValueWords(): (field: RegisterField, value: FieldValue) => string {
  const t = useTexts();
  const labelOf = useLabel();
  return (field, value) => valueWords(field, value, t, labelOf);
}

/** Data classes of a person's own facts: seen masked, and whoever looks leaves a trace. */
export const isPersonal = ({ dataClass }: RegisterField): boolean => dataClass === 'L3' || dataClass === 'L4';
