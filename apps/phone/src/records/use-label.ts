import type { FieldValue, Label, RegisterField } from '@wangge/contracts';
import { valueWords } from '@wangge/look';
import { localeChoice } from '../data/preferences';
import { useStore } from '../data/store';
import { useWords } from '../data/words';

/** The words of definitions in the language chosen now. */
export function useLabel(): (label: Label) => string {
  const locale = useStore(localeChoice);
  return (label) => label[locale];
}

export function useValueWords(): (field: RegisterField, value: FieldValue) => string {
  const t = useWords();
  const labelOf = useLabel();
  return (field, value) => valueWords(field, value, t, labelOf);
}
