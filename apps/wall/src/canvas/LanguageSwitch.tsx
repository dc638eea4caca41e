import { useLanguage } from '../language';

/** Names the other language in that language. */
export function LanguageSwitch() {
  const { locale, t, choose } = useLanguage();
  const other = locale === 'zh' ? 'en' : 'zh';
  return (
    <button type="button" class="quiet-button" lang={other === 'zh' ? 'zh-CN' : 'en'} onClick={() => choose(other)}>
      {t(`language.${other}`)}
    </button>
  );
}
