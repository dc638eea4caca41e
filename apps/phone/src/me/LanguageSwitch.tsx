import { LOCALES } from '@wangge/texts';
import { chooseLocale, localeChoice } from '../data/preferences';
import { useStore } from '../data/store';
import { useWords } from '../data/words';
import { Segments } from '../ui/Segments';

export function LanguageSwitch() {
  const t = useWords();
  const locale = useStore(localeChoice);
  const options = LOCALES.map((value) => ({ value, text: t(`language.${value}`) }));
  return <Segments name="language" label={t('phone.language')} options={options} value={locale} onChoose={chooseLocale} />;
}
