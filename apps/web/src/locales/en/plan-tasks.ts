import { listed } from '../english.ts';
import type { Texts } from '../texts.ts';
import type { planTasks as zh } from '../zh/plan-tasks.ts';

/** What is done until the plan is published. */
export const planTasks: Texts<typeof zh> = {
  createBatch: { title: 'Make a batch', state: 'None yet', act: 'Make', primary: 'New batch' },
  importRegisters: {
    title: 'Import registers and nominees',
    state: (missing) => (missing === '' ? 'Incomplete' : `Missing: ${missing}`),
    act: 'Import',
    primary: 'Import registers',
  },
  registerContacts: {
    title: 'Register responsible persons and contacts',
    state: (units) => `${units} units without`,
    act: 'Register',
    primary: 'Register contacts',
  },
  fixNominees: {
    title: 'Correct or replace nominees not eligible',
    state: (district, township) =>
      listed([
        district > 0 ? `${district} district` : '',
        township > 0 ? `${township} township` : '',
      ]),
    act: 'Open',
    primary: 'Deal with those not eligible',
  },
  studyAges: {
    title: 'Decide on nominees over the usual age',
    state: (people) => `${people} to study`,
    act: 'Open',
    primary: 'Decide on ages',
  },
  confirmMembership: {
    title: 'Confirm full membership',
    state: (people) => `${people} presumed`,
    act: 'Confirm',
    primary: 'Confirm membership',
  },
  coverVillages: {
    title: 'Settle who dispatches',
    state: (villages, names) =>
      names === '' ? `${villages} villages open` : `${villages} villages open: ${names}`,
    act: 'Open',
    primary: 'Settle open villages',
  },
  solvePlan: {
    title: 'Solve the plan',
    state: (placeable, places) =>
      placeable >= places ? `${places} places can be filled` : `${placeable} of ${places} places`,
    act: 'Solve',
    primary: 'Solve the plan',
  },
  approvePlan: {
    title: 'Record the approval',
    state: (filled, places) => `${filled}/${places} places filled`,
    act: 'Record',
    primary: 'Record the approval',
  },
  confirmPlan: {
    title: 'Confirm the issue',
    state: (people) => `${people} posts wait`,
    act: 'Confirm',
    primary: 'Confirm the issue',
  },
  publishPlan: {
    title: 'Issue the plan',
    state: (people) => `${people} posts ready`,
    act: 'Issue',
    primary: 'Issue the plan',
  },
  createUsers: {
    title: 'Make users',
    state: 'Offices, townships and units have no accounts',
    act: 'Make',
    primary: 'Make users',
  },
};
