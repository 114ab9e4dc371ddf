import type { ReactNode } from 'react';

const stroke = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.4 } as const;
const cut = {
  fill: 'none',
  stroke: 'var(--bg)',
  strokeWidth: 1.4,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const;

/** The shapes that carry a state beside its word and colour. */
const shapes = {
  circle: <circle cx="6" cy="6" r="4.4" {...stroke} />,
  half: (
    <>
      <circle cx="6" cy="6" r="4.4" {...stroke} />
      <path d="M6 1.6a4.4 4.4 0 0 1 0 8.8z" fill="currentColor" />
    </>
  ),
  back: (
    <path
      d="M4.3 1.8 1.9 4.2l2.4 2.4M2.2 4.2h4.9a2.9 2.9 0 0 1 0 5.8H4.6"
      {...stroke}
      strokeLinejoin="round"
    />
  ),
  disc: (
    <>
      <circle cx="6" cy="6" r="5.1" fill="currentColor" />
      <path d="M3.6 6.2l1.7 1.7 3.2-3.5" {...cut} />
    </>
  ),
  lock: (
    <>
      <path d="M2 5.4h8v5.4H2z" fill="currentColor" />
      <path d="M3.8 5.4V3.6a2.2 2.2 0 0 1 4.4 0v1.8" {...stroke} />
    </>
  ),
  check: <path d="M1.6 6.4l3 3 5.8-6.4" {...stroke} strokeWidth={1.8} />,
  diamond: <path d="M6 1.4 10.6 6 6 10.6 1.4 6z" {...stroke} />,
  diamondFull: <path d="M6 .8 11.2 6 6 11.2.8 6z" fill="currentColor" />,
  cross: (
    <>
      <rect x="1" y="1" width="10" height="10" rx="1" fill="currentColor" />
      <path d="M3.8 3.8l4.4 4.4M8.2 3.8 3.8 8.2" {...cut} />
    </>
  ),
  question: (
    <>
      <circle cx="6" cy="6" r="4.8" {...stroke} strokeWidth={1.2} strokeDasharray="2.2 .8" />
      <path d="M4.6 4.8c0-2 3-1.9 2.8-.1C7.3 5.8 6 5.8 6 7.1" {...stroke} strokeWidth={1.2} />
      <circle cx="6" cy="8.7" r=".75" fill="currentColor" />
    </>
  ),
  ring: <circle cx="6" cy="6" r="4.6" {...stroke} strokeDasharray="2 1.6" />,
  dash: <path d="M1.4 6h9.2" {...stroke} strokeWidth={1.6} />,
  square: <rect x="1.4" y="1.4" width="9.2" height="9.2" fill="currentColor" />,
  clock: (
    <>
      <circle cx="6" cy="6" r="4.7" {...stroke} />
      <path d="M6 3.2V6l2 1.3" {...stroke} strokeWidth={1.3} />
    </>
  ),
  down: <path d="M.8 2h10.4L6 10.6z" fill="currentColor" />,
  warn: (
    <>
      <path d="M6 1.3 11.2 10.5H.8z" {...stroke} strokeWidth={1.3} strokeLinejoin="round" />
      <path d="M6 4.4v3" {...stroke} strokeWidth={1.3} />
      <circle cx="6" cy="8.9" r=".7" fill="currentColor" />
    </>
  ),
  pin: (
    <path d="M4 1.4h4M4.6 1.6v3.2L3 7.2h6L7.4 4.8V1.6M6 7.2v3.6" {...stroke} strokeWidth={1.2} />
  ),
  ban: (
    <>
      <circle cx="6" cy="6" r="4.6" {...stroke} />
      <path d="M2.8 2.8l6.4 6.4" {...stroke} />
    </>
  ),
} satisfies Record<string, ReactNode>;

export type MarkShape = keyof typeof shapes;
export type Tone = 'grey' | 'blue' | 'green' | 'amber' | 'red' | 'ink';

const colours: Record<Tone, string> = {
  grey: 'var(--ink3)',
  blue: 'var(--blue)',
  green: 'var(--green)',
  amber: 'var(--amber)',
  red: 'var(--red)',
  ink: 'var(--ink)',
};

export function toneColour(tone: Tone): string {
  return colours[tone];
}

interface MarkProps {
  shape: MarkShape;
  tone: Tone;
  size?: number;
}

/** A 12 px shape; what it means stands in words beside it. */
export function Mark({ shape, tone, size = 12 }: MarkProps) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 12 12"
      color={colours[tone]}
      aria-hidden="true"
      focusable="false"
    >
      {shapes[shape]}
    </svg>
  );
}
