import type { ComponentChildren } from 'preact';
import './panel.css';

interface PanelProps {
  readonly top: number;
  readonly height: number;
  readonly title: string;
  readonly note?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A titled block of a column, at its place on the canvas. */
export function Panel({ top, height, title, note, children }: PanelProps) {
  return (
    <section class="panel" style={{ top, height }}>
      <div class="panel-head">
        <h2>{title}</h2>
        <span class="panel-note">{note}</span>
      </div>
      {children}
    </section>
  );
}

export function Empty({ children }: { readonly children: ComponentChildren }) {
  return <p class="empty">{children}</p>;
}
