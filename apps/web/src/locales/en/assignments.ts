import type { Texts } from '../texts.ts';
import type { assignments as zh } from '../zh/assignments.ts';

export const assignments: Texts<typeof zh> = {
  title: (day, count) => `${count} in post on ${day}.`,
};
