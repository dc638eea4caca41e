import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { freshness } from '../board/freshness';
import { useNow } from '../use-now';
import './canvas.css';

export const CANVAS = { width: 1920, height: 1080 } as const;

function fitted() {
  const scale = Math.min(window.innerWidth / CANVAS.width, window.innerHeight / CANVAS.height);
  return {
    scale,
    left: (window.innerWidth - CANVAS.width * scale) / 2,
    top: (window.innerHeight - CANVAS.height * scale) / 2,
  };
}

interface CanvasProps {
  readonly receivedAt: number;
  readonly reachable: boolean;
  readonly children: ComponentChildren;
}

/** The wall is one drawing of 1920 × 1080, scaled as a whole; everything on it is text or vector, so it stays sharp. */
export function Canvas({ receivedAt, reachable, children }: CanvasProps) {
  const { stale } = freshness(receivedAt, useNow(), reachable);
  const [{ scale, left, top }, setFit] = useState(fitted);
  useEffect(() => {
    const follow = () => setFit(fitted());
    window.addEventListener('resize', follow);
    return () => window.removeEventListener('resize', follow);
  }, []);
  return (
    <div class="room">
      <div class={stale ? 'canvas is-stale' : 'canvas'} style={{ transform: `translate(${left}px, ${top}px) scale(${scale})` }}>
        {children}
      </div>
    </div>
  );
}
