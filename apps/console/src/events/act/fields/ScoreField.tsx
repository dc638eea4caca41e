import { useTexts } from '../../../i18n/use-texts';
import type { FieldProps } from '../field-props';
import { Choices } from './Choices';

const SCORES = [5, 4, 3, 2, 1] as const;

export function ScoreField({ score, onChange, ...field }: FieldProps & { readonly score: number }) {
  const t = useTexts();
  const choices = SCORES.map((value) => ({ value: String(value), title: t(`score.${value}`) }));
  return <Choices {...field} value={String(score)} choices={choices} onChange={(value) => onChange(Number(value))} />;
}
