import { listed } from '../english.ts';
import type { Texts } from '../texts.ts';
import type { targetDistrict as zh } from '../zh/target-district.ts';

/** What the district sees and decides of targets, and the templates that ask for them. */
export const targetDistrict: Texts<typeof zh> = {
  adjustTitle: (name) => `Adjust ${name}`,
  adjustBody: (year, value) => `In the register: ${value} in ${year}.`,
  newThreshold: 'New target',
  newThresholdHint: 'Empty: back to the template’s.',
  leaveOut: 'This village isn’t measured by it',
  effectiveFrom: 'From',
  adjustDone: (name) => `Adjusted ${name}.`,
  judgeTitle: (name) => `Judge ${name}`,
  judgeBody: 'The office judges it and gives the ground; nothing is reckoned.',
  judgedOn: 'Judged on',
  ground: 'Ground',
  judged: (name) => `Judged ${name}.`,
  namesOf: (names) =>
    names.length > 3
      ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more`
      : names.join(', '),
  chooseForMany: (villages) =>
    villages === 0 ? 'Choose targets' : `Choose targets for ${villages} villages`,
  pickVillages: 'Pick villages first',
  chooseTitle: (village) => `Choose targets for ${village}`,
  askedFrom: 'Asked from',
  chooseBody:
    'Chosen, they no longer follow the kinds; common measures are reported once. They are asked from the day below on, not for periods that were over before.',
  chosen: (village) => `Chose targets for ${village}.`,

  districtAnswer: (villages, states) => {
    if (villages === 0) return 'No village has targets yet.';
    const count = (state: string) => states.filter((one) => one === state).length;
    const open = listed([
      count('behind') > 0 && `${count('behind')} behind`,
      count('notReported') > 0 && `${count('notReported')} not reported`,
    ]);
    return `${villages} villages with targets, ${count('reached')} reached everything, ${open ? `*${open}*` : 'none behind'}.`;
  },
  districtNote: (none) =>
    `Villages and progress are compared, not people.${none > 0 ? ` ${none} villages have no targets yet.` : ''}`,
  byTownship: 'By township',
  byMeasure: 'By measure',
  townshipChart: (day) => `How the measures stand by township on ${day}; figures below`,
  measureChart: (day) => `How the measures stand on ${day}; figures below`,
  total: 'All',
  reachedShare: 'Reached',
  behindTitle: (villages) => `${villages} villages behind or not reported`,
  behindNote: 'and who helps',
  nobodyBehind: 'No village is behind.',
  inWhat: 'In what',
  noHelper: 'nobody yet',
  listComma: ', ',
  andMore: (names, all) => `${names} … ${all} in all`,
  moreVillages: (villages) => `${villages} more; see the townships.`,

  templates: 'Templates',
  templatesAnswer: (names) =>
    names.length === 0 ? 'The batch uses no template yet.' : `In use: ${names.join(', ')}.`,
  templatesNote:
    'One that was used stays as it is; copy it, change the copy and adopt it from a day. What was reported is kept by measure.',
  templateName: 'Template',
  templateNote: 'Note',
  templateEdition: (name, edition) => `${name}, edition ${edition}`,
  forVillages: 'For villages',
  byChoice: 'picked by the planner',
  madeBy: 'Made by',
  usedNow: 'In use',
  usedFrom: (day) => `from ${day}`,
  usedBefore: 'Used before',
  templateDraft: 'Not used',
  copyTemplate: 'Copy',
  copied: (name, edition) => `Copied as ${name}, edition ${edition}.`,
  editTemplate: 'Edit',
  editTitle: (name, edition) => `Edit ${name}, edition ${edition}`,
  removeTemplate: 'Delete',
  removeTitle: (name, edition) => `Delete ${name}, edition ${edition}`,
  removeBody: 'It was never used; deleted, it is gone for good.',
  adopt: 'Adopt',
  adoptTitle: (batch, name, edition) => `${batch} adopts ${name}, edition ${edition}`,
  adoptBody: 'From that day on it holds; what was reported of common measures goes on.',
  adopted: (name, edition) => `Adopted ${name}, edition ${edition}.`,
  aim: 'Aim',
  aimNumber: 'Number of the aim',
  aimName: 'Name of the aim',
  kindOfMeasure: 'Kind',
  wanted: 'Wanted',
  direction: 'Direction',
  unit: 'Unit',
  mustBeDone: 'done',
  whenDue: 'When',
  comesFrom: 'Source',
  weight: 'Weight',
  evidenceAsked: 'Evidence',
  basis: 'Basis',
  onlyKinds: 'Only for',
  bindingWord: 'binding, not striven for',
  policyNumber: 'The number is the policy’s; change it there.',
  ownNumber: 'Own number',
  change: 'Change',
  takeOut: 'Take out',
  addMeasure: 'Add a measure',
  newMeasure: 'New measure',
  readyMeasure: 'Ready',
  saveTemplate: 'Save the template',
  stopEditing: 'Stop editing',
  templateSaved: (name) => `Saved ${name}.`,
  unassigned: (villages) => `${villages} villages without targets`,
};
