import { useEffect, useState } from 'preact/hooks';
import { useLanguage } from '../language';

const isFull = () => document.fullscreenElement !== null;

export function FullScreenSwitch() {
  const { t } = useLanguage();
  const [full, setFull] = useState(isFull);
  useEffect(() => {
    const follow = () => setFull(isFull());
    document.addEventListener('fullscreenchange', follow);
    return () => document.removeEventListener('fullscreenchange', follow);
  }, []);
  if (!document.fullscreenEnabled) return null;
  const toggle = () => {
    // The browser may refuse, as in an embedded page: the wall then simply stays as it is.
    (full ? document.exitFullscreen() : document.documentElement.requestFullscreen()).catch(() => undefined);
  };
  return (
    <button type="button" class="quiet-button" onClick={toggle}>
      {t(full ? 'wall.full-screen.leave' : 'wall.full-screen')}
    </button>
  );
}
