import type { EditionSummary } from '@wangge/contracts';
import { useTexts } from '../i18n/use-texts';
import { useNow } from '../ui/use-now';
import { localToday, shownState } from './standard-words';

export function EditionState({ edition }: { readonly edition: EditionSummary }) {
  const t = useTexts();
  const state = shownState(edition, localToday(useNow()));
  return (
    <span className={`edition-state ${state}`}>
      <i aria-hidden="true" />
      {t(`console.standards.state.${state}`)}
    </span>
  );
}
