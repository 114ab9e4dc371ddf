import type { SheetStanding } from '@xuanpai/contracts/attendance';

export const shows = [
  'all',
  'open',
  'submitted',
  'confirmed',
  'late',
  'short',
  'contradicted',
  'correction',
] as const;
export type Show = (typeof shows)[number];

const holds: Record<Show, (standing: SheetStanding) => boolean> = {
  all: () => true,
  open: ({ status }) => status === 'draft' || status === 'signed' || status === 'returned',
  submitted: ({ status }) => status === 'submitted',
  confirmed: ({ status }) => status === 'confirmed',
  late: ({ late }) => late !== 'no',
  short: ({ short }) => short > 0,
  contradicted: ({ contradictions }) => contradictions > 0,
  correction: ({ correctionAsked }) => correctionAsked,
};

/** The townships of a tab; those of all where the address names none that there is. */
export function shown(items: readonly SheetStanding[], show: string | null): SheetStanding[] {
  return items.filter(holds[showOf(show)]);
}

export function showOf(show: string | null): Show {
  return shows.find((one) => one === show) ?? 'all';
}

export interface StandingSums {
  cadres: number;
  unfilled: number;
  short: number;
  shortWithoutReason: number;
  contradictions: number;
  objections: number;
  enough: number;
}

/** The townships taken together. */
export function sumsOf(items: readonly SheetStanding[]): StandingSums {
  const sum = (of: keyof StandingSums) => items.reduce((all, standing) => all + standing[of], 0);
  return {
    cadres: sum('cadres'),
    unfilled: sum('unfilled'),
    short: sum('short'),
    shortWithoutReason: sum('shortWithoutReason'),
    contradictions: sum('contradictions'),
    objections: sum('objections'),
    enough: sum('enough'),
  };
}
