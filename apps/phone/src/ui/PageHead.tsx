import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { goBack } from '../app/routes';
import { useWords } from '../data/words';
import { Icon } from './Icon';

export interface PageHeadProps {
  readonly title: string;
  readonly under?: string | undefined;
  /** Pages below a tab lead back; the tabs' own pages do not. */
  readonly back?: boolean;
  readonly children?: ComponentChildren;
}

/** The head of every page. A new page takes the focus to its heading, so that screen readers begin there. */
export function PageHead({ title, under, back, children }: PageHeadProps) {
  const t = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  useEffect(() => {
    document.title = `${title} · ${t('phone.title')}`;
  }, [title, t]);
  return (
    <header class={back ? 'head sub' : 'head'}>
      {back && (
        <button type="button" class="sq" aria-label={t('do.back')} onClick={goBack}>
          <Icon name="back" />
        </button>
      )}
      <div class="t">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {under && <p>{under}</p>}
      </div>
      {children}
    </header>
  );
}
