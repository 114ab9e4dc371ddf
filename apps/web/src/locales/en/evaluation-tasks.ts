import type { Texts } from '../texts.ts';
import type { evaluationTasks as zh } from '../zh/evaluation-tasks.ts';

/** Rounds, grades and the end of the term. */
export const evaluationTasks: Texts<typeof zh> = {
  evaluateVillages: {
    title: 'Evaluate villages',
    state: (round, villages, people, names) =>
      `${round}: ${people} people in ${villages} villages to go${names === '' ? '' : `: ${names}`}`,
    act: 'Enter',
    primary: 'Enter evaluations',
  },
  assignTeams: {
    title: 'Give villages to teams',
    state: (round, villages) => `${round}: ${villages} villages without a team`,
    act: 'Assign',
    primary: 'Give villages to teams',
  },
  writeAppraisals: {
    title: 'Write appraisals',
    state: (period, people) => `${period}: ${people} not sent to be signed`,
    act: 'Write',
    primary: 'Write appraisals',
  },
  signAppraisals: {
    title: 'Sign appraisals',
    state: (period, people) => `${period}: ${people} to sign`,
    act: 'Sign',
    primary: 'Sign appraisals',
  },
  checkGrades: {
    title: 'Check grades',
    state: (round, people) => `${round}: ${people} to check`,
    act: 'Check',
    primary: 'Check grades',
  },
  decideGrades: {
    title: 'Decide grades',
    state: (round, people) => `${round}: ${people} to decide`,
    act: 'Decide',
    primary: 'Decide grades',
  },
  tellGrades: {
    title: 'Tell people their grades',
    state: (round, people) => `${round}: ${people} not told`,
    act: 'Tell',
    primary: 'Tell grades',
  },
  answerObjections: {
    title: 'Answer objections',
    state: (round, people) => `${round}: ${people} to answer`,
    act: 'Answer',
    primary: 'Answer objections',
  },
  settleCases: {
    title: 'Settle reviews and appeals',
    state: (round, people) => `${round}: ${people} open`,
    act: 'Settle',
    primary: 'Settle reviews',
  },
  receiveGrades: {
    title: 'Confirm grades received',
    state: (round, people) => `${round}: ${people} to confirm`,
    act: 'Confirm',
    primary: 'Confirm receipt',
  },
  downloadLists: {
    title: 'Download dispatch and telephone lists',
    state: (people) => `${people} posts issued`,
    act: 'Download',
    primary: 'Download the lists',
  },
  prepareTermRound: {
    title: 'Prepare the evaluation at the end of the term',
    state: (people, days) =>
      days < 0
        ? `${people} terms are over, and nobody is evaluated`
        : `${people} terms end within ${days} days, and nobody is evaluated`,
    act: 'Prepare',
    primary: 'Prepare the evaluation',
  },
  proposeTermEnds: {
    title: 'Propose for the end of the term',
    state: (people, names) =>
      names ? `${people} without a proposal: ${names}` : `${people} without a proposal`,
    act: 'Propose',
    primary: 'Propose for the end of the term',
  },
  decideTermEnds: {
    title: 'Decide who stays',
    state: (people, names) => (names ? `${people} to decide: ${names}` : `${people} to decide`),
    act: 'Decide',
    primary: 'Decide who stays',
  },
};
