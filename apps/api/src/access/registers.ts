import type { Person } from './world.ts';

/** Who sees the whole register, and which rows of it the others see. */
export const districtWide: Person[] = ['planner', 'office', 'inspector', 'leader'];

export const readers = {
  all: ['planner', 'office', 'inspector', 'leader'],
  own: ['officer', 'head', 'liaison'],
} as const;
