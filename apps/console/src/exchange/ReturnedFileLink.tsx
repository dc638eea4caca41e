import { exchangeApi, type ImportView } from '@wangge/contracts';
import { useLocale } from 'react-admin';
import { client } from '../data/client';
import { localeOf } from '../i18n/i18n-provider';
import { useTexts } from '../i18n/use-texts';
import { Icon } from '../ui/Icon';

/** The table as it was uploaded, with what was found of each row in front of it. */
export function ReturnedFileLink({ given: { id, hasFile } }: { readonly given: ImportView }) {
  const t = useTexts();
  const locale = localeOf(useLocale());
  if (!hasFile) return null;
  return (
    <a className="button accent" href={client.href(exchangeApi.file, { id }, { language: locale })} download>
      <Icon name="download" size={14} />
      {t('console.import.download-file')}
    </a>
  );
}
