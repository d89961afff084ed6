const paths = {
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  home: 'M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5',
  info: 'M12 11v6M12 7.2v.3M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Z',
  close: 'M6 6l12 12M18 6 6 18',
  table: 'M4 5h16v14H4ZM4 10h16M4 14.5h16M10 10v9',
  layers: 'm12 4 9 5-9 5-9-5ZM4 13.5l8 4.5 8-4.5',
  download: 'M12 4v11M7.5 11 12 15.5 16.5 11M5 19.5h14',
  external: 'M13 5h6v6M19 5l-9 9M16 14v5H5V8h5',
  warning: 'M12 4 2.8 19.5h18.4ZM12 10v4.5M12 17v.3',
} as const;

export type IconName = keyof typeof paths;

/** A line drawing in the colour of the text around it; always beside a text or a label, never alone. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false">
      <path d={paths[name]} fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round" />
    </svg>
  );
}
