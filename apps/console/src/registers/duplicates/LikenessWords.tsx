import type { Likeness, RegisterView } from '@wangge/contracts';
import { useTexts } from '../../i18n/use-texts';
import { useLabel } from '../register-words';

interface LikenessWordsProps {
  readonly register: RegisterView;
  readonly likeness: Likeness;
}

/** How alike two records are, and why; what a part adds to the score is one hover away. */
export function LikenessWords({ register, likeness: { score, parts } }: LikenessWordsProps) {
  const t = useTexts();
  const labelOf = useLabel();
  const told = parts.filter(({ finding }) => finding !== 'missing');
  return (
    <p className="likeness">
      <b>{t('console.likeness', { score })}</b>
      {told.map(({ field, finding, share, of }) => {
        const known = register.fields.find(({ name }) => name === field);
        const words = t(`console.likeness.${finding}`, { field: known ? labelOf(known.label) : field });
        return (
          <span key={field} className={`finding finding-${finding}`} title={t('console.likeness.share', { words, share, of })}>
            {words}
          </span>
        );
      })}
    </p>
  );
}
