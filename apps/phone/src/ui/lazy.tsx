import type { ComponentType, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useWords } from '../data/words';

/** A component whose code is fetched when it is first shown. `preload` fetches it while there is still network. */
export interface Lazy<P> {
  (props: P): JSX.Element;
  preload(): Promise<unknown>;
}

export function lazy<P extends object>(load: () => Promise<ComponentType<P>>): Lazy<P> {
  let ready: ComponentType<P> | undefined;
  const preload = () =>
    load().then((component) => {
      ready = component;
    });
  function LazyComponent(props: P) {
    const [state, setState] = useState<'loading' | 'ready' | 'failed'>(ready ? 'ready' : 'loading');
    useEffect(() => {
      if (state !== 'loading') return;
      preload().then(
        () => setState('ready'),
        () => setState('failed'),
      );
    }, [state]);
    const Component = ready;
    if (Component) return <Component {...props} />;
    return state === 'failed' ? <LoadFailed again={() => setState('loading')} /> : <div class="empty" aria-busy="true" />;
  }
  return Object.assign(LazyComponent, { preload });
}

function LoadFailed({ again }: { again: () => void }) {
  const t = useWords();
  return (
    <div class="empty">
      <p>{t('phone.not-here-offline')}</p>
      <button type="button" class="btn line" onClick={again}>
        {t('do.retry')}
      </button>
    </div>
  );
}
