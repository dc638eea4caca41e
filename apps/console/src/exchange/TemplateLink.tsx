import { exchangeApi } from '@wangge/contracts';
import { useLocale } from 'react-admin';
import { client } from '../data/client';
import { localeOf } from '../i18n/i18n-provider';
import { useTexts } from '../i18n/use-texts';
import { Icon } from '../ui/Icon';

/** In the language the screen is in now. */
export function TemplateLink({ register, className }: { readonly register: string; readonly className: string }) {
  const t = useTexts();
  const language = localeOf(useLocale());
  return (
    <a className={className} href={client.href(exchangeApi.template, { register }, { language })} download>
      <Icon name="download" size={14} />
      {t('console.import.download-template')}
    </a>
  );
}
