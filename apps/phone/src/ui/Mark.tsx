import type { EventStatus } from '@wangge/contracts';
import { type Mark, MARK_SHAPES, statusLook } from '@wangge/look';
import { useWords } from '../data/words';

/** A shape with its word beside it: never colour alone. */
export function MarkedWord({ mark, text }: { mark: Mark; text: string }) {
  return (
    <span class={`st ${mark}`}>
      <Shape mark={mark} />
      {text}
    </span>
  );
}

export function Shape({ mark }: { mark: Mark }) {
  // The shapes are our own constants.
  return (
    <svg class={`sh ${mark}`} viewBox="0 0 12 12" aria-hidden="true" dangerouslySetInnerHTML={{ __html: MARK_SHAPES[mark] }} />
  );
}

export function StatusWord({ status }: { status: EventStatus }) {
  const t = useWords();
  const { word, mark } = statusLook(status);
  return <MarkedWord mark={mark} text={t(word)} />;
}
