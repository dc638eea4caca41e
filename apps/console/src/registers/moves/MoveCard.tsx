import type { MoveAction, RecordMove, RegisterView } from '@wangge/contracts';
import { instantWords } from '@wangge/look';
import { useState } from 'react';
import { useTexts } from '../../i18n/use-texts';
import { useNow } from '../../ui/use-now';
import { DecideDialog } from './DecideDialog';

interface MoveCardProps {
  readonly register: RegisterView;
  readonly move: RecordMove;
}

export function MoveCard({ register, move }: MoveCardProps) {
  const t = useTexts();
  const now = useNow();
  const [action, setAction] = useState<MoveAction>();
  const state = t(`console.moves.state.${move.state}`);
  return (
    <article className="pair">
      <h2>
        {move.title} <span className="tag">{state}</span>
      </h2>
      <p>{t('console.moves.way', { from: move.from.name, to: move.to.name })}</p>
      <p className="muted">
        {t('console.moves.asked-by', { actor: move.askedBy, when: instantWords(move.askedAt, now, t), reason: move.reason })}
      </p>
      {move.decidedAt !== null && (
        <p className="muted">
          {t('console.moves.decided-by', {
            actor: move.decidedBy ?? '',
            when: instantWords(move.decidedAt, now, t),
            state,
            answer: move.answer ?? '',
          })}
        </p>
      )}
      {move.actions.length > 0 && (
        <div className="pair-buttons">
          {move.actions.map((each) => (
            <button
              key={each}
              type="button"
              className={each === 'accept' ? 'button primary' : 'button'}
              onClick={() => setAction(each)}
            >
              {t(`console.moves.do.${each}`)}
            </button>
          ))}
        </div>
      )}
      {action && <DecideDialog register={register} move={move} action={action} onClose={() => setAction(undefined)} />}
    </article>
  );
}
