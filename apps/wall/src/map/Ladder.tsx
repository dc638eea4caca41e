import type { Board } from '@wangge/contracts';
import { useLanguage } from '../language';
import { ladderSteps, type LadderStep } from './ladder-steps';
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
  return (
    <nav class="ladder" aria-label={t('wall.levels')}>
      <h2>{t('wall.levels')}</h2>
      <ol>
        {ladderSteps(board).map((step) => {
          const back = step.code !== undefined && step.code !== board.scope && mayGo(step.code) ? step.code : undefined;
          return (
            <li key={step.level} class={`is-${step.place}`}>
              <Step step={step} onBack={back === undefined ? undefined : () => go(back)} />
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

function Step({ step: { level, value }, onBack }: { readonly step: LadderStep; readonly onBack: (() => void) | undefined }) {
  const { t } = useLanguage();
  const words = (
    <>
      <span>{t(`level.${level}`)}</span>
      <span title={value}>{value}</span>
    </>
  );
  if (!onBack) return <p>{words}</p>;
  return (
    <button type="button" title={t('wall.back-to', { name: value })} onClick={onBack}>
      {words}
    </button>
  );
}
