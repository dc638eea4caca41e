import { type Mark as MarkName, markSvg } from '@wangge/look';
import './mark.css';

/** A status mark in its own colour; the word beside it speaks. */
export function Mark({ mark, size = 15 }: { readonly mark: MarkName; readonly size?: number }) {
  return <span class={`mark mark-${mark}`} dangerouslySetInnerHTML={{ __html: markSvg(mark, size) }} />;
}
