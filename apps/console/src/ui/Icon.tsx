const PATHS = {
  home: 'M2 7.2 8 2.3l6 4.9V13.5H9.8V9.6H6.2v3.9H2z',
  flag: 'M3.5 14V2.5M3.5 3h8.6l-1.9 3 1.9 3H3.5',
  wall: 'M1.8 3h12.4v8.4H1.8zM5.5 13.8h5M8 11.4v2.4',
  people:
    'M6 7.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM1.5 13.5c0-2.5 2-4 4.500-4s4.500 1.500 4.500 4M10.500 7.200a2.200 2.200 0 0 0 0-4.300M12 9.800c1.600.5 2.500 1.800 2.500 3.700',
  registers:
    'M13 4.200c0 1.100-2.240 2-5 2s-5-.9-5-2 2.240-2 5-2 5 .9 5 2zM3 4.200v7.600c0 1.100 2.240 2 5 2s5-.9 5-2V4.200M3 8c0 1.100 2.240 2 5 2s5-.9 5-2',
  export: 'M8 2.500v7.500M5 7l3 3 3-3M2.500 10.500v3h11v-3',
  figures: 'M2.500 13.500h11M4 11V7.500M8 11V3M12 11V6',
  grids: 'M2.500 2.500h11v11h-11zM2.500 7.200 8.500 6M8.500 2.500v11M8.500 8.800l5 1.500',
  rules: 'M3.500 2.500h9v11h-9zM5.500 5.500h5M5.500 8h5M5.500 10.500h3',
  fold: 'M2.5 3h11M2.500 13h11M7.500 8h6M5 5.800 2.700 8 5 10.200',
  search: 'M7 11.500a4.500 4.500 0 1 0 0-9 4.500 4.500 0 0 0 0 9zM10.500 10.500l3.300 3.300',
  down: 'm4 6 4 4 4-4',
  up: 'm4 10 4-4 4 4',
  right: 'm6 4 4 4-4 4',
  left: 'm10 4-4 4 4 4',
  plus: 'M8 3v10M3 8h10',
  close: 'm3.500 3.500 9 9M12.500 3.500l-9 9',
  columns: 'M2.500 3h11v10h-11zM6.200 3v10M9.800 3v10',
  list: 'M2.500 4h11M2.500 8h11M2.500 12h11',
  map: 'm2 4 4-1.700 4 1.700 4-1.700v9.900L10 14l-4-1.800L2 14zM6 2.300v9.900M10 4v10',
  grid: 'M2.500 2.500h11v11h-11zM2.500 7h11M7.500 2.500V7M9.500 7v6.500',
  more: 'M3.500 8h.01M8 8h.01M12.500 8h.01',
  arrived: 'M8 13V3M4 7l4-4 4 4',
  check: 'm3 8.500 3.300 3.300L13 5',
  print: 'M4.500 6V2.500h7V6M4.500 11.500h-2V6h11v5.500h-2M4.500 9.500h7v4h-7z',
  download: 'M8 2.500v8M4.500 7.500 8 11l3.500-3.500M2.500 13.500h11',
  upload: 'M8 11V3M4.500 6.500 8 3l3.500 3.500M2.500 13.500h11',
  file: 'M4 1.500h5.500l3 3v10H4zM9.500 1.500v3h3',
  lock: 'M4 7h8v6.500H4zM5.700 7V4.700a2.300 2.300 0 0 1 4.600 0V7',
  camera: 'M2 5h3l1-1.800h4L11 5h3v8H2zM8 11.200a2.400 2.400 0 1 0 0-4.800 2.400 2.400 0 0 0 0 4.800z',
} as const;

export type IconName = keyof typeof PATHS;

/** A line drawing beside a word; alone only where the button around it has a label. */
export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      className={name === 'more' ? 'icon icon-dots' : 'icon'}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
