import { useTexts } from '../../../i18n/use-texts';
import type { FieldProps } from '../field-props';
import { Choices } from './Choices';

const FINDINGS = ['exists', 'not-exists', 'cannot-tell'] as const;

export function VerificationField(field: FieldProps) {
  const t = useTexts();
  return <Choices {...field} choices={FINDINGS.map((value) => ({ value, title: t(`verification.${value}`) }))} />;
}
