import type { Texts } from '../texts.ts';
import type { postTasks as zh } from '../zh/post-tasks.ts';

/** What is done while cadres are in post. */
export const postTasks: Texts<typeof zh> = {
  fillPosts: {
    title: 'Fill vacant posts',
    state: (posts, days, names) => `${names || `${posts} posts`} vacant, ${days} days at most`,
    act: 'Fill',
    primary: 'Fill vacant posts',
  },
  endTerms: {
    title: 'Terms about to end',
    state: (people, days) =>
      days < 0
        ? `${people} people, the first ${-days} days ago`
        : `${people} people, the first in ${days} days`,
    act: 'Settle',
    primary: 'Settle the ends of terms',
  },
  recordReports: {
    title: 'Record arrivals',
    state: (people) => `${people} arrivals not on record`,
    act: 'Record',
    primary: 'Record arrivals',
  },
  checkBatches: {
    title: 'Check people in two batches',
    state: (people, names) => `${names || `${people} people`} in two batches`,
    act: 'Check',
    primary: 'Check people',
  },
  decideLeaves: {
    title: 'Decide on leave',
    state: (leaves, names) => (names ? `${names}: ${leaves} to decide` : `${leaves} to decide`),
    act: 'Decide',
    primary: 'Decide on leave',
  },
  endLeaves: {
    title: 'End leave',
    state: (leaves) => `${leaves} over, the return not on record`,
    act: 'End leave',
    primary: 'End leave',
  },
  trainCadres: {
    title: 'Train cadres',
    state: (people, names) =>
      names ? `${names}: ${people} overdue for training` : `${people} overdue for training`,
    act: 'See who',
    primary: 'Train cadres',
  },
  holdElections: {
    title: 'Hold the re-elections',
    state: (elections, names) => (names ? `${names}: ${elections} due` : `${elections} due`),
    act: 'Enter',
    primary: 'Enter re-elections',
  },
  visitVillages: {
    title: 'Visit the linked villages',
    state: (visits, names) => (names ? `${names}: ${visits} overdue` : `${visits} overdue`),
    act: 'Look',
    primary: 'See the linked villages',
  },
  fixSheet: {
    title: 'Put right attendance that was returned',
    state: (month, left) =>
      left > 0 ? `${month} was returned, ${left} things left` : `${month} was returned`,
    act: 'Put right',
    primary: 'Put right attendance',
  },
  fillSheet: {
    title: 'Log attendance',
    state: (month, left, cells) =>
      cells > 0
        ? `${month}: ${cells} cells up to today aren’t filled`
        : `${month}: ${left} things left`,
    act: 'Log',
    primary: 'Log attendance',
  },
  submitSheet: {
    title: 'Submit attendance',
    state: (month) => `${month} is signed`,
    act: 'Submit',
    primary: 'Submit attendance',
  },
  signSheet: {
    title: 'Sign the attendance sheet',
    state: (month) => `${month} is complete and waits for your signature`,
    act: 'Sign',
    primary: 'Sign attendance',
  },
  confirmSheets: {
    title: 'Confirm attendance',
    state: (month, sheets) => `${month}: ${sheets} submitted`,
    act: 'Confirm',
    primary: 'Confirm attendance',
  },
  chaseSheets: {
    title: 'Attendance not submitted in time',
    state: (month, sheets, names) => `${month}: ${names === '' ? sheets : names}`,
    act: 'See',
    primary: 'See late townships',
  },
  decideCorrections: {
    title: 'Answer requests for corrections',
    state: (month, sheets, names) => `${month}: ${names === '' ? sheets : names}`,
    act: 'Answer',
    primary: 'Answer requests',
  },
};
