import { useEffect, useState } from 'preact/hooks';
import { LiveBoard, type LiveState } from './live-board';

/** The node in the address, as `#230302004`: a reload, a bookmark and the browser's back button all know it. */
function scopeInAddress(): string | undefined {
  const code = location.hash.slice(1);
  return /^\d{2,15}$/.test(code) ? code : undefined;
}

export function goTo(scope: string): void {
  location.hash = scope;
}

const forgetAddress = () => history.replaceState(null, '', `${location.pathname}${location.search}`);

export function useLiveBoard(): LiveState | undefined {
  const [state, setState] = useState<LiveState>();
  useEffect(() => {
    const live = new LiveBoard({ changed: setState, foreign: forgetAddress });
    live.start(scopeInAddress());
    const follow = () => live.go(scopeInAddress());
    window.addEventListener('hashchange', follow);
    return () => {
      window.removeEventListener('hashchange', follow);
      live.stop();
    };
  }, []);
  return state;
}
