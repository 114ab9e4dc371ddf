import type { Texts } from '../texts.ts';
import type { support as zh } from '../zh/support.ts';
import { supportHelp } from './support-help.ts';
import { supportProjects } from './support-projects.ts';

export const support: Texts<typeof zh> = {
  answer: (total, none, year, late) =>
    total === 0
      ? 'No villages match.'
      : `${total} villages, ${none === 0 ? `all helped in ${year}` : `*${none} without any help in ${year}*`}${late > 0 ? `, *${late} promises late*` : ''}.`,
  lackingNote: (fund, cadre, unit, enterprise) => {
    const parts = [
      [fund, 'public funds'],
      [cadre, 'a cadre'],
      [unit, 'help of a unit'],
      [enterprise, 'an enterprise'],
    ] as const;
    const lacking = parts.filter(([count]) => count > 0);
    if (lacking.length === 0) return 'Every village has all four.';
    return `Villages ${lacking.map(([count, part]) => `without ${part}: ${count}`).join(', ')}.`;
  },
  splitNote: (split) => (split > 0 ? `${split} villages of units whose people are split.` : ''),
  overviewList: 'Help by village',
  year: 'Year',
  yearName: (year) => String(year),
  township: 'Township',
  village: 'Village',
  find: 'Village',
  people: 'Cadres',
  peopleCount: (count) => String(count),
  units: 'Sending units',
  splitUnit: 'split',
  splitHint: 'The unit’s people are in different villages',
  enterprises: 'Enterprises',
  total: 'Total',
  yuan: 'yuan',
  wan: '10,000 yuan',
  projects: 'Projects',
  projectsLate: (late) => ` (${late} late)`,
  projectsStopped: (stopped) => ` (${stopped} stopped)`,
  owed: 'Owed',
  owedCount: (owed, late) => (late > 0 ? `${owed}, ${late} late` : String(owed)),
  lacking: 'Without',
  lackingAny: 'Without',
  complete: 'Complete',
  showing: 'Show',
  showings: { none: 'Without any help', split: 'Split units', owed: 'With promises owed' },
  noVillages: 'No villages',
  nothingToExport: 'Nothing to export',

  villageAnswer: (name, total, late) =>
    `${name}: ${total} × 10,000 yuan of help${late > 0 ? `, *${late} promises late*` : ''}.`,
  lackingOf: (year, parts) =>
    parts === '' ? `All four are there in ${year}.` : `Without in ${year}: ${parts}.`,
  byYear: 'Help by year',
  byYearNote: 'Yuan; public funds by their year, the rest by the day it came.',
  noYears: 'No help on record yet.',
  trainings: 'Trainings',
  visits: 'Visits',
  helpers: 'Who brought what',
  helper: 'Helper',
  source: 'Source',
  amount: 'Amount',
  share: 'Parts',
  standBeside: 'Who helps',
  noCadres: 'Nobody is in post.',
  unitPairing: 'Sending unit, by its people in post',
  enterprisePairing: (from, to) =>
    to === null ? `Voluntary, from ${from}` : `Voluntary, ${from} to ${to}`,
  ended: 'Ended',
  noEnterprises: 'No enterprise is paired.',
  funds: 'Public funds',
  noFunds: 'No public funds on record.',
  fundSource: 'Source',
  document: 'Document',
  fundPlanned: 'Planned in projects',
  addFund: 'Enter public funds',
  editFund: 'Change public funds',
  saveFund: 'Save',
  fundSaved: (source) => `Saved “${source}”.`,
  removeFund: 'Delete',
  removeFundTitle: (source) => `Delete “${source}”`,
  removeFundBody: 'Only for what was entered by mistake; the log keeps it.',
  fundRemoved: (source) => `Deleted “${source}”.`,
  infrastructure: 'Infrastructure investment',
  infrastructureNote:
    'Spent on infrastructure projects: it is the measure of the year, entered once.',
  infrastructureOf: (year, amount) => `${year}: ${amount} yuan`,
  projectsOf: (count) => `${count} projects`,
  helpOf: (count) => `${count} pieces of help`,
  allHelp: 'See all',
  note: 'Note',
  edit: 'Change',

  pair: 'Pair an enterprise',
  editPairing: 'Change a pairing',
  paired: (name) => `Paired ${name}.`,
  pairingSaved: (name) => `Saved the pairing of ${name}.`,
  from: 'From',
  until: 'Until',
  untilHint: 'Leave empty while it goes on.',
  enterprise: 'Enterprise',
  enterpriseHint: 'From the register',

  enterpriseAnswer: (total, filtered) =>
    total === 0 && !filtered ? 'No enterprises yet.' : `${total} enterprises.`,
  enterpriseNote: 'Enterprises that help of their own will; paired here or on a village’s page.',
  enterpriseList: 'Enterprises',
  findEnterprise: 'Name, code',
  creditCode: 'Unified social credit code',
  creditCodeHint:
    '18 characters; leave empty where there is none yet (given out from October 2015).',
  contact: 'Contact',
  phone: 'Telephone',
  industry: 'Industry',
  outside: 'Outside the district',
  pairedVillages: 'Villages',
  brought: 'Brought',
  pairedState: 'Paired',
  pairedStates: { paired: 'Paired', unpaired: 'Not paired' },
  addEnterprise: 'Register an enterprise',
  editEnterprise: 'Change the enterprise',
  saveEnterprise: 'Save',
  enterpriseSaved: (name) => `Saved ${name}.`,
  removeEnterprise: 'Delete the enterprise',
  removeEnterpriseTitle: (name) => `Delete ${name}`,
  removeEnterpriseBody:
    'Only for what was registered by mistake; not with pairings, help or projects.',
  enterpriseRemoved: (name) => `Deleted ${name}.`,
  name: 'Name',
  noPairings: 'Paired with no village within your reach.',
  noEnterprise: 'No enterprises',
  noEnterpriseNote: 'Register one with the button above.',
  facts: 'Facts',
  choose: 'Choose',

  unitAnswer: (name, promised, done, owed, late) =>
    promised === 0
      ? `${name}: no help on record yet.`
      : `${name}: ${promised} pieces of help, ${done} confirmed, ${owed} owed${late > 0 ? `, *${late} late*` : ''}.`,
  unitNote: 'For the villages that it sends to; with what projects received from it.',
  unitVillages: 'Villages',
  noUnitVillages: 'Nobody in post, and no help.',
  promisedItems: 'Promised',
  doneItems: 'Confirmed',
  owedItems: 'Owed',
  promisedAmount: 'Promised',
  doneAmountColumn: 'Confirmed',
  owedAmount: 'Owed',
  projectAmount: 'By projects',
  yearDocument: (year) => `${year} in .docx`,
  unitYears: 'Money by year',
  reportOwn: 'Report own help',

  known: {
    thatDay: (day) =>
      `As entered and confirmed on ${day}; what came or was corrected later doesn’t count.`,
    now: (day) =>
      `${day} as entered and confirmed by today, with what came or was corrected later.`,
  },
  showKnown: { thatDay: 'Show what is known by now', now: 'Show what was known then' },
  ...supportProjects,
  ...supportHelp,
};
