import type { Texts } from '../texts.ts';
import type { relatives as zh } from '../zh/relatives.ts';

export const relatives: Texts<typeof zh> = {
  title: 'Declared kin',
  none: 'Nothing declared.',
  note: 'Kin don’t serve in one village, nor where kin hold village office.',
  withCadre: (name, relation) => `${name}: ${relation}`,
  inVillage: (village, relation) => `In office in ${village}: ${relation}`,
  declared: (name, day) => `${name}, ${day}`,
  fromOther: (name) => `declared with ${name}`,
  add: 'Declare kin',
  withWhom: 'Kin',
  cadre: 'A cadre',
  village: 'In village office',
  who: 'Cadre',
  where: 'Village of the office',
  relation: 'Relation',
  noteField: 'Note',
  notePlaceholder: 'e.g. brother, village committee',
  save: 'Declare',
  saved: (name) => `Kin of ${name} declared.`,
  remove: 'Take back',
  removeOf: (words) => `Take back: ${words}`,
  removed: 'Declaration taken back.',
  cancel: 'Cancel',
};
