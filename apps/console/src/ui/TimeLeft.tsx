import { type Deadline, timeLeft } from '@wangge/look';
import type { CSSProperties } from 'react';
import { useTexts } from '../i18n/use-texts';
import { LookWord } from './Mark';
import { useNow } from './use-now';

/** "剩 7分" with its colour, and how much of the limit is used as a short bar. */
export function TimeLeft({ deadline }: { readonly deadline: Deadline }) {
  const t = useTexts();
  const { text, look, light, share } = timeLeft(deadline, useNow(), t);
  if (light === 'none') return <span className="muted">{t('unit.none')}</span>;
  return (
    <span className="time-left">
      <LookWord look={look} text={text} strong={light === 'red'} />
      {share !== null && <Bar share={share} colour={look.colour} over={light === 'red'} />}
    </span>
  );
}

function Bar({ share, colour, over }: { readonly share: number; readonly colour: string; readonly over: boolean }) {
  const style: CSSProperties = { width: `${Math.round(share * 100)}%`, background: colour };
  return (
    <span className={over ? 'limit-bar over' : 'limit-bar'} aria-hidden="true">
      <i style={style} />
    </span>
  );
}
