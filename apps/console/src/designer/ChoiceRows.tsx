import type { OwnField } from '@wangge/contracts';
import { useTexts } from '../i18n/use-texts';
import { Icon } from '../ui/Icon';

type Choice = NonNullable<OwnField['choices']>[number];

interface ChoiceRowsProps {
  readonly choices: readonly Choice[];
  readonly onChange: (next: readonly Choice[]) => void;
}

/** The dictionary of a field: codes are what is stored, words what is read. */
export function ChoiceRows({ choices, onChange }: ChoiceRowsProps) {
  const t = useTexts();
  const set = (index: number, next: Choice) => onChange(choices.map((choice, at) => (at === index ? next : choice)));
  const add = () => onChange([...choices, { code: freeCode(choices), label: { zh: '', en: '' } }]);
  const nameOf = (index: number, what: string) => t('console.designer.choice.of', { index: index + 1, what });
  return (
    <fieldset className="choice-rows">
      <legend>{t('console.designer.choices')}</legend>
      <ul>
        {choices.map((choice, index) => (
          <li key={index}>
            <input
              className="choice-code"
              aria-label={nameOf(index, t('console.designer.choice.code'))}
              value={choice.code}
              maxLength={40}
              onChange={({ target }) => set(index, { ...choice, code: target.value.replace(/[^A-Za-z0-9_-]/g, '') })}
            />
            {(['zh', 'en'] as const).map((language) => (
              <input
                key={language}
                aria-label={nameOf(index, t(`console.designer.choice.${language}`))}
                placeholder={t(`console.designer.choice.${language}`)}
                value={choice.label[language]}
                maxLength={30}
                onChange={({ target }) => set(index, { ...choice, label: { ...choice.label, [language]: target.value } })}
              />
            ))}
            <button
              type="button"
              className="icon-button"
              aria-label={t('console.designer.choice.remove', { code: choice.code })}
              onClick={() => onChange(choices.filter((_, at) => at !== index))}
            >
              <Icon name="close" size={12} />
            </button>
          </li>
        ))}
      </ul>
      <button type="button" className="link" onClick={add}>
        {t('console.designer.choice.add')}
      </button>
    </fieldset>
  );
}

function freeCode(choices: readonly Choice[]): string {
  let serial = choices.length + 1;
  while (choices.some(({ code }) => code === String(serial))) serial += 1;
  return String(serial);
}
