import type { EventStatus } from '@wangge/contracts';
import { MARK_SHAPES, type Look, type Mark as MarkName, statusLook } from '@wangge/look';
import type { CommonKey } from '@wangge/texts';
import { useTexts } from '../i18n/use-texts';

export function Mark({ mark, size = 12 }: { readonly mark: MarkName; readonly size?: number }) {
  return (
    <svg
      className="mark"
      width={size}
      height={size}
      viewBox="0 0 12 12"
      aria-hidden="true"
      focusable="false"
      // The shapes are constants of our own, not text of anybody.
      dangerouslySetInnerHTML={{ __html: MARK_SHAPES[mark] }}
    />
  );
}

/** A word with its shape, in its colour. */
export function LookWord({
  look,
  text,
  strong,
}: {
  readonly look: Look<CommonKey>;
  readonly text?: string;
  readonly strong?: boolean;
}) {
  const t = useTexts();
  return (
    <span className={strong ? 'look strong' : 'look'} style={{ color: look.ink }}>
      <Mark mark={look.mark} size={11} />
      {text ?? t(look.word)}
    </span>
  );
}

export function StatusWord({ status }: { readonly status: EventStatus }) {
  return <LookWord look={statusLook(status)} />;
}
