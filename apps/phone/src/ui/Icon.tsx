/** Strokes on a grid of 24. */
const PATHS = {
  home: 'M4 11 12 4l8 7v8.5a.5.5 0 0 1-.5.5H15v-6H9v6H4.5a.5.5 0 0 1-.5-.5z',
  task: 'M10 6h10M10 12h10M10 18h10M3.5 6 5 7.5 7.5 4.5M3.5 12 5 13.5 7.5 10.5M3.5 18 5 19.5 7.5 16.5',
  me: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21c.6-4.4 3.9-6.5 8-6.5s7.4 2.1 8 6.5',
  plus: 'M12 5v14M5 12h14',
  next: 'm9 5 7 7-7 7',
  back: 'm15 5-7 7 7 7',
  camera:
    'M4 8h3.5L9 5.5h6L16.5 8H20a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V9a1 1 0 0 1 1-1zM12 16.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7z',
  album: 'M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15.5 9.5h.01',
  tick: 'm5 12.5 4.5 4.5L19 7.5',
  send: 'M21 3 3 10.5l7 3.5 3.5 7zM21 3 10 14',
  tray: 'M12 3v9m-3.5-3.5L12 12l3.5-3.5M4 13v5.5A1.5 1.5 0 0 0 5.5 20h13a1.5 1.5 0 0 0 1.5-1.5V13h-4.5L14 15.5h-4L8.5 13z',
  redo: 'M20 5v5h-5M19.4 10A8 8 0 1 0 20 13.5',
  arrow: 'M6 18 18 6M8.5 6H18v9.5',
  pin: 'M12 21c-5-6-7-9-7-12a7 7 0 0 1 14 0c0 3-2 6-7 12zM12 11.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z',
  close: 'M6 6l12 12M18 6 6 18',
  navigate: 'M20.5 3.5 3.5 10.5l7 3 3 7z',
  search: 'M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM20 20l-4-4',
  list: 'M8 6h12M8 12h12M8 18h12M4 6h.01M4 12h.01M4 18h.01',
} as const;

export type IconName = keyof typeof PATHS;

/** Decoration beside a word; a button that shows only an icon carries its own label. */
export function Icon({ name, turn }: { name: IconName; turn?: number }) {
  return (
    <svg
      class="ic"
      viewBox="0 0 24 24"
      aria-hidden="true"
      style={turn === undefined ? undefined : { transform: `rotate(${turn}deg)` }}
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
