import { type KeyboardEvent, type MouseEvent, useEffect, useEffectEvent, useRef, useState } from 'react';

const STEP: Readonly<Record<string, number>> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };
const TYPING =
  'input, textarea, select, [contenteditable], [role="dialog"], [role="menu"], [role="listbox"], [role="presentation"], .map';

/** j and k (or the arrows, once a row has the focus) move through the rows, Enter opens one. */
export function useRowKeys<Row>(rows: readonly Row[], open: (row: Row) => void) {
  const [current, setCurrent] = useState(0);
  const elements = useRef<(HTMLTableRowElement | null)[]>([]);
  const focus = (index: number) => {
    const within = Math.max(0, Math.min(rows.length - 1, index));
    setCurrent(within);
    elements.current[within]?.focus();
  };

  const onPageKey = useEffectEvent((event: globalThis.KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target instanceof Element && event.target.closest(TYPING)) return;
    const by = event.key === 'j' || event.key === 'k' ? STEP[event.key] : undefined;
    if (by === undefined) return;
    event.preventDefault();
    const hasFocus = elements.current.some((element) => element !== null && element === document.activeElement);
    focus(hasFocus ? current + by : current);
  });
  useEffect(() => {
    const listener = (event: globalThis.KeyboardEvent) => onPageKey(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);

  return {
    current,
    rowProps: (index: number) => ({
      ref: (element: HTMLTableRowElement | null) => {
        elements.current[index] = element;
      },
      tabIndex: index === Math.min(current, rows.length - 1) ? 0 : -1,
      onFocus: () => setCurrent(index),
      onKeyDown: (event: KeyboardEvent<HTMLTableRowElement>) => {
        if (event.target !== event.currentTarget) return;
        const row = rows[index];
        if (event.key === 'Enter' && row) open(row);
        if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
        event.preventDefault();
        focus(index + (STEP[event.key] ?? 0));
      },
      onDoubleClick: (event: MouseEvent<HTMLTableRowElement>) => {
        const row = rows[index];
        if (row && event.target instanceof Element && !event.target.closest('a, button')) open(row);
      },
    }),
  };
}
