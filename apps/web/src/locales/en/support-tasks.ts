import type { Texts } from '../texts.ts';
import type { supportTasks as zh } from '../zh/support-tasks.ts';

/** Findings, help, targets, benefits and money. */
export const supportTasks: Texts<typeof zh> = {
  settleFindings: {
    title: 'Settle what checks and log say',
    state: (findings, names) =>
      names ? `${names}: ${findings} not settled` : `${findings} not settled`,
    act: 'Settle',
    primary: 'Settle',
  },
  rectifyFindings: {
    title: 'Rectify findings',
    state: (findings, names) =>
      names ? `${names}: ${findings} to rectify` : `${findings} to rectify`,
    act: 'Rectify',
    primary: 'Rectify findings',
  },
  checkFindings: {
    title: 'Check rectifications',
    state: (findings, names) => (names ? `${names}: ${findings} to check` : `${findings} to check`),
    act: 'Check',
    primary: 'Check rectifications',
  },
  chaseFindings: {
    title: 'Ask after overdue findings',
    state: (findings, names) => (names ? `${names}: ${findings} overdue` : `${findings} overdue`),
    act: 'Look',
    primary: 'Ask after findings',
  },
  confirmHelp: {
    title: 'Confirm help',
    state: (help, names) => (names ? `${help} to confirm: ${names}` : `${help} to confirm`),
    act: 'Confirm',
    primary: 'Confirm help',
  },
  deliverHelp: {
    title: 'Deliver promised help',
    state: (help, names) => (names ? `${help} over their day: ${names}` : `${help} over their day`),
    act: 'Report',
    primary: 'Report help',
  },
  reportTargets: {
    title: 'Report on targets',
    state: (period, villages) => `${period}: ${villages} villages to report`,
    act: 'Report',
    primary: 'Report on targets',
  },
  confirmTargets: {
    title: 'Confirm reports on targets',
    state: (period, villages) => `${period}: ${villages} villages to confirm`,
    act: 'Confirm',
    primary: 'Confirm reports',
  },
  giveOpinions: {
    title: 'Give opinions',
    state: (round, people) => `${round}: ${people} without an opinion`,
    act: 'Write',
    primary: 'Give opinions',
  },
  settleBenefits: {
    title: 'Deal with benefits that lost their ground',
    state: (people, names) => (names ? `${people}: ${names}` : `${people} people`),
    act: 'Open',
    primary: 'Deal with benefits',
  },
  payExpenses: {
    title: 'Pay work expenses',
    state: (units, yuan) =>
      units === 1
        ? `${yuan} yuan of work expenses outstanding`
        : `${units} units owe ${yuan} yuan of work expenses`,
    act: 'Enter',
    primary: 'Enter a payment',
  },
  closeExpenses: {
    title: 'Close the last year of work expenses',
    state: (units, names) =>
      names ? `${units} units to close: ${names}` : `${units} units to close`,
    act: 'Close',
    primary: 'Close work expenses',
  },
};
