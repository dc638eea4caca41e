import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { useWords } from '../data/words';
import { Icon } from './Icon';

export interface SheetProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
  /** Takes the whole height: maps and long lists. */
  readonly tall?: boolean;
}

/** A sheet from below: the browser's own dialog, so focus, Escape and the page behind behave as they should. */
export function Sheet({ title, onClose, children, tall }: SheetProps) {
  const t = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  const closeOutside = (event: MouseEvent) => {
    if (event.target === dialog.current) onClose();
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard closes it with Escape.
    <dialog class={tall ? 'sheet tall' : 'sheet'} ref={dialog} aria-labelledby={heading} onClose={onClose} onClick={closeOutside}>
      <div class="sheet-in">
        <header>
          <h2 id={heading}>{title}</h2>
          <button type="button" class="sq" aria-label={t('do.close')} onClick={onClose}>
            <Icon name="close" />
          </button>
        </header>
        {children}
      </div>
    </dialog>
  );
}
