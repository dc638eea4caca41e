import { reducedMotion } from '@wangge/map';
import { useEffect, useRef, useState } from 'preact/hooks';

const ROLL_MS = 300;

/** A number that rolls to its new value within 300 ms, or jumps where less motion is asked for. */
export function useRolled(value: number | null): number | null {
  const [shown, setShown] = useState(value);
  const from = useRef(value);
  useEffect(() => {
    const begin = from.current;
    if (begin === value) return;
    if (begin === null || value === null || reducedMotion()) {
      from.current = value;
      setShown(value);
      return;
    }
    const startedAt = performance.now();
    let frame = requestAnimationFrame(function roll(now) {
      const done = Math.min(1, Math.max(0, (now - startedAt) / ROLL_MS));
      from.current = done === 1 ? value : begin + (value - begin) * (1 - (1 - done) ** 3);
      setShown(from.current);
      if (done < 1) frame = requestAnimationFrame(roll);
    });
    return () => cancelAnimationFrame(frame);
  }, [value]);
  return shown;
}
