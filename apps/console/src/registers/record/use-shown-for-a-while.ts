import type { FieldValue } from '@wangge/contracts';
import { useEffect, useState } from 'react';

export const SHOWN_SECONDS = 30;

export interface Revealed {
  readonly value: FieldValue;
  /** How often the viewer may still look today. */
  readonly left: number;
}

/** A value that goes by itself. It lives in this state only: no cache, no address and no storage ever hold it. */
export function useShownForAWhile() {
  const [shown, setShown] = useState<Revealed & { readonly until: number }>();
  const [seconds, setSeconds] = useState(SHOWN_SECONDS);
  const [hidden, setHidden] = useState(false);

  const hide = () => {
    setShown(undefined);
    setHidden(true);
  };
  useEffect(() => {
    if (!shown) return;
    const tick = () => {
      const left = Math.ceil((shown.until - performance.now()) / 1000);
      if (left > 0) return setSeconds(left);
      setShown(undefined);
      setHidden(true);
    };
    const timer = setInterval(tick, 250);
    return () => clearInterval(timer);
  }, [shown]);

  return {
    shown,
    seconds,
    hidden,
    hide,
    show: (revealed: Revealed) => {
      setHidden(false);
      setSeconds(SHOWN_SECONDS);
      setShown({ ...revealed, until: performance.now() + SHOWN_SECONDS * 1000 });
    },
  };
}
