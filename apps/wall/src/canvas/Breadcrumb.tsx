import type { Board } from '@wangge/contracts';
import { useLanguage } from '../language';

interface BreadcrumbProps {
  readonly board: Board;
  readonly mayGo: (code: string) => boolean;
  readonly go: (code: string) => void;
}

export function Breadcrumb({ board, mayGo, go }: BreadcrumbProps) {
  const { t } = useLanguage();
  return (
    <nav class="crumbs" aria-label={t('wall.path')}>
      <ol>
        {board.path.map(({ code, name }) => (
          <li key={code}>
            {code !== board.scope && mayGo(code) ? (
              <button type="button" onClick={() => go(code)}>
                {name}
              </button>
            ) : (
              <span aria-current={code === board.scope ? 'page' : undefined}>{name}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
