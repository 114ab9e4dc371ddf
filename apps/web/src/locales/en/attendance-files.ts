import type { Texts } from '../texts.ts';
import type { attendanceFiles as zh } from '../zh/attendance-files.ts';

export const attendanceFiles: Texts<typeof zh> = {
  back: 'Back to attendance',
  nobody: 'Nobody is in post in this month',
  print: 'Print',
  printNow: 'Print the sheet',
  printing: 'Printing the sheet',
  printTitle: (where, people, pages) =>
    `${where}: ${people} cadres, A4 landscape, ${pages === 1 ? 'one page' : `${pages} pages`}.`,
  printNote: 'Each cadre signs the printed row; enter the signatures afterwards.',
  export: 'Export .xlsx',
  more: 'Import and summary',
  blank: 'Blank sheet',
  blankNote: 'to fill in offline and import',
  import: 'Import a sheet',
  importNote: 'every change is listed before it is written',
  summary: "The year's attendance",
  summaryNote:
    'Days in the village of those required, months not confirmed included; by township and village, nobody is ranked.',
  summaryTitle: (year, cadres, months) =>
    `${year}: ${cadres} cadres, ${months === 1 ? 'one month' : `${months} months`}.`,
  year: 'Year',
  yearOf: (year) => String(year),
  by: 'Added up',
  groups: { cadre: 'By cadre', unit: 'By unit', township: 'By township' },
  nobodyYear: 'Nobody is in post in this year.',
  monthOnly: (month) =>
    ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'][
      month - 1
    ] ?? '',
  name: 'Name',
  village: 'Village',
  unit: 'Unit',
  township: 'Township',
  cadres: 'Cadres',
  inVillage: 'In village',
  required: 'Required',
  short: 'Short',
  shortBy: (days) => `${days} days short`,
  unconfirmed: 'Not confirmed',
};
