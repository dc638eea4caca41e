import type { Board } from '@wangge/contracts';
import { useLanguage } from '../language';
import { nameWithin } from '../short-name';

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
        {board.path.map(({ code, name }, index) => (
          <li key={code}>
            {code !== board.scope && mayGo(code) ? (
              <button type="button" onClick={() => go(code)}>
                {nameWithin(name, board.path[index - 1]?.name)}
              </button>
            ) : (
              <span aria-current={code === board.scope ? 'page' : undefined}>
                {nameWithin(name, board.path[index - 1]?.name)}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
