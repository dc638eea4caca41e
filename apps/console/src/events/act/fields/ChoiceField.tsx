import type { ChoiceOption } from '@wangge/contracts';
import { useTexts } from '../../../i18n/use-texts';
import type { FieldProps } from '../field-props';
import { Choices } from './Choices';

/** One of the options that the loop's table names. */
export function ChoiceField({ options, ...field }: FieldProps & { readonly options: readonly ChoiceOption[] }) {
  const t = useTexts();
  return <Choices {...field} choices={options.map((value) => ({ value, title: t(`choice.${value}`) }))} />;
}
