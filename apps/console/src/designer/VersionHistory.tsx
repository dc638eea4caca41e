import type { OwnRegisterView } from '@wangge/contracts';
import { instantWords } from '@wangge/look';
import { useTexts } from '../i18n/use-texts';
import { ErrorNotice, Skeleton } from '../ui/Notice';
import { useNow } from '../ui/use-now';
import { useChangeWords } from './change-words';
import { useVersions } from './designer-queries';

/** Who changed the register, when, why and what, newest first. */
export function VersionHistory({ register: { name, version } }: { readonly register: OwnRegisterView }) {
  const t = useTexts();
  const now = useNow();
  const wordsOf = useChangeWords();
  const { data, error, refetch } = useVersions(name, version);
  if (error && !data) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={4} height={20} />;
  if (data.items.length === 0) return <p className="muted designer-none">{t('console.designer.versions.none')}</p>;
  return (
    <ol className="designer-versions">
      {data.items.map(({ version: number, by, at, reason, changes }) => (
        <li key={number}>
          <h2>
            {t('console.designer.version-is', { version: number })}
            <span className="muted">{t('console.designer.updated-by', { who: by, when: instantWords(at, now, t) })}</span>
          </h2>
          <p>{reason}</p>
          <ul>
            {changes.map((change) => (
              <li key={JSON.stringify(change)}>{wordsOf(change)}</li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}
