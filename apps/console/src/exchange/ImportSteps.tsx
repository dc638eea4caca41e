import { useTexts } from '../i18n/use-texts';
import { Icon } from '../ui/Icon';

export const IMPORT_STEPS = ['template', 'upload', 'check', 'done'] as const;
export type ImportStep = (typeof IMPORT_STEPS)[number];

/** Where a person is on the way from an empty template to records. */
export function ImportSteps({ at }: { readonly at: ImportStep }) {
  const t = useTexts();
  const now = IMPORT_STEPS.indexOf(at);
  return (
    <ol className="import-steps" aria-label={t('console.import.steps')}>
      {IMPORT_STEPS.map((step, index) => (
        <li
          key={step}
          className={index < now ? 'past' : index === now ? 'here' : ''}
          aria-current={index === now ? 'step' : undefined}
        >
          <b>{index < now ? <Icon name="check" size={12} /> : index + 1}</b>
          {t(`console.import.step.${step}`)}
        </li>
      ))}
    </ol>
  );
}
