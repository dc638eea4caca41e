import { useTexts } from '../i18n/use-texts';
import { Notice } from '../ui/Notice';

export function MayNot() {
  const t = useTexts();
  return (
    <div className="page">
      <Notice kind="warning">{t('error.permission.denied')}</Notice>
    </div>
  );
}
