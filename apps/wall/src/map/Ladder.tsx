import type { Board } from '@wangge/contracts';
import { numberText } from '../figures';
import { useLanguage } from '../language';
import { nameWithin } from '../short-name';
import './ladder.css';

interface LadderProps {
  readonly board: Board;
  /** True where this viewer may be shown the node. */
  readonly mayGo: (code: string) => boolean;
  readonly go: (code: string) => void;
}

/** The five levels: those above name where one is and lead back, the next one is what the map shows, the rest are counted. */
export function Ladder({ board, mayGo, go }: LadderProps) {
  const { t } = useLanguage();
  const nodeOf = (level: string) => board.path.find(({ code }) => LEVEL_LENGTH[level] === code.length);
  const next = board.levels.findIndex(({ level }) => level === board.level) + 1;
  return (
    <nav class="ladder" aria-label={t('wall.levels')}>
      <h2>{t('wall.levels')}</h2>
      <ol>
        {board.levels.map(({ level, total }, index) => {
          const node = index < next ? nodeOf(level) : undefined;
          const label = t(`level.${level}`);
          const value = node ? nameWithin(node.name, board.path[board.path.indexOf(node) - 1]?.name) : numberText(total);
          const place = index === next ? 'is-next' : index > next ? 'is-below' : '';
          return (
            <li key={level} class={place}>
              {node && node.code !== board.scope && mayGo(node.code) ? (
                <button type="button" onClick={() => go(node.code)} title={t('wall.back-to', { name: node.name })}>
                  <span>{label}</span>
                  <span>{value}</span>
                </button>
              ) : (
                <p>
                  <span>{label}</span>
                  <span title={value}>{value}</span>
                </p>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

const LEVEL_LENGTH: Readonly<Record<string, number>> = { district: 6, street: 9, community: 12, grid: 15 };
