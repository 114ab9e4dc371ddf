const shapes = {
  home: 'M2.5 7.5 9 2.5l6.5 5M4 6.6V15h10V6.6M7.2 15v-4.6h3.6V15',
  dispatch: 'M3 3h4.6v4.6H3zM10.4 3H15v4.6h-4.6zM3 10.4h4.6V15H3zM10.2 12.6l1.9 1.9 3.2-3.8',
  register: 'M2.8 3.2h12.4v11.6H2.8zM2.8 6.8h12.4M7 6.8v8',
  daily: 'M2.8 4h12.4v11H2.8zM2.8 7.4h12.4M6 2.4v3M12 2.4v3M6.4 11l1.9 1.8 3.4-3.4',
  evaluation: 'M4 2.6h7l3.2 3.2v9.6H4zM11 2.6v3.2h3.2M6.6 9h5M6.6 12h5',
  system:
    'M9 6.6a2.4 2.4 0 1 1 0 4.8 2.4 2.4 0 0 1 0-4.8M9 2.2v2M9 13.8v2M15.8 9h-2M4.2 9h-2M13.8 4.2l-1.4 1.4M5.6 12.4l-1.4 1.4M13.8 13.8l-1.4-1.4M5.6 5.6 4.2 4.2',
  calendar: 'M2.8 4h12.4v11H2.8zM2.8 7.4h12.4M6 2.4v3M12 2.4v3',
  search: 'M8 3a5 5 0 1 1 0 10A5 5 0 0 1 8 3M11.6 11.6 15.4 15.4',
  down: 'M5 7.2l4 4 4-4',
  up: 'M5 10.8l4-4 4 4',
  right: 'M7.2 5l4 4-4 4',
  left: 'M10.8 5l-4 4 4 4',
  first: 'M11.8 5l-4 4 4 4M5.6 5v8',
  last: 'M6.2 5l4 4-4 4M12.4 5v8',
  close: 'M4.5 4.5l9 9M13.5 4.5l-9 9',
  download: 'M9 2.8v8M5.6 7.6 9 11l3.4-3.4M3.2 14.6h11.6',
  upload: 'M9 11.2v-8M5.6 6.4 9 3l3.4 3.4M3.2 14.6h11.6',
  undo: 'M6.4 4 3.2 7.2l3.2 3.2M3.4 7.2h7.2a3.6 3.6 0 0 1 0 7.2H7',
  redo: 'M11.6 4l3.2 3.2-3.2 3.2M14.6 7.2H7.4a3.6 3.6 0 0 0 0 7.2H11',
  pin: 'M6.4 2.8h5.2M7.2 2.8v4.4L5 10.4h8l-2.2-3.2V2.8M9 10.4v5',
  ban: 'M9 2.6a6.4 6.4 0 1 1 0 12.8A6.4 6.4 0 0 1 9 2.6M4.5 4.5l9 9',
  lock: 'M4 8h10v7H4zM6 8V5.6a3 3 0 0 1 6 0V8',
  eye: 'M1.8 9S4.4 4.4 9 4.4 16.2 9 16.2 9 13.6 13.6 9 13.6 1.8 9 1.8 9M9 6.8a2.2 2.2 0 1 1 0 4.4 2.2 2.2 0 0 1 0-4.4',
  eyeOff:
    'M1.8 9S4.4 4.4 9 4.4 16.2 9 16.2 9 13.6 13.6 9 13.6 1.8 9 1.8 9M9 6.8a2.2 2.2 0 1 1 0 4.4 2.2 2.2 0 0 1 0-4.4M3.6 14.4 14.4 3.6',
  plus: 'M9 3.4v11.2M3.4 9h11.2',
  check: 'M3.4 9.4l3.8 3.8 7.4-8',
  columns: 'M2.8 3.2h12.4v11.6H2.8zM7 3.2v11.6M11 3.2v11.6',
  filter: 'M2.8 4h12.4M5.2 9h7.6M7.6 14h2.8',
  file: 'M4 2.6h7l3.2 3.2v9.6H4zM11 2.6v3.2h3.2',
  edit: 'M3.4 14.6l.6-3L11.8 3.8l2.4 2.4L6.4 14zM10.2 5.4l2.4 2.4',
  trash: 'M3 5h12M7 5V3h4v2M4.6 5l.6 10h7.6l.6-10M7.4 7.6v4.8M10.6 7.6v4.8',
  user: 'M9 3a2.8 2.8 0 1 1 0 5.6A2.8 2.8 0 0 1 9 3M3.6 15c.4-2.8 2.6-4.2 5.4-4.2s5 1.4 5.4 4.2',
  signOut: 'M7.4 3H3.4v12h4M11.4 5.6 14.8 9l-3.4 3.4M14.6 9H6.8',
  keyboard: 'M2 4.6h14v8.8H2zM4.6 7.4h.1M7.6 7.4h.1M10.6 7.4h.1M13.4 7.4h.1M5.8 10.6h6.4',
  print: 'M5 6.4V2.8h8v3.6M5 12.6H2.8V6.4h12.4v6.2H13M5 10.6h8v4.6H5z',
  external: 'M7.6 4H3.6v10.4H14v-4M10.6 3.4H15v4.4M14.8 3.6 8.6 9.8',
  more: 'M4 9h.1M9 9h.1M14 9h.1',
  info: 'M9 2.6a6.4 6.4 0 1 1 0 12.8A6.4 6.4 0 0 1 9 2.6M9 8.2v4M9 5.6v.1',
  swap: 'M5.6 3.4 2.8 6.2 5.6 9M3 6.2h11M12.4 9l2.8 2.8-2.8 2.8M15 11.8H4',
  sortUp: 'M9 14V4M5.4 7.4 9 3.8l3.6 3.6',
  sortDown: 'M9 4v10M5.4 10.6 9 14.2l3.6-3.6',
  stop: 'M4.6 4.6h8.8v8.8H4.6z',
  play: 'M5.4 3.6v10.8L14.2 9z',
} as const;

export type IconName = keyof typeof shapes;

interface IconProps {
  name: IconName;
  /** 18 in the rail, 16 in buttons, 14 in lines of text. */
  size?: number;
}

/** A line drawing in the colour of the text beside it; the words are the button's own. */
export function Icon({ name, size = 16 }: IconProps) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 18 18"
      fill="none"
      stroke="currentColor"
      strokeWidth={name === 'more' ? 2 : 1.3}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={shapes[name]} />
    </svg>
  );
}
