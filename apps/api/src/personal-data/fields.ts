import type { Permission } from '@xuanpai/contracts/permissions';

/**
 * `sealed`: encrypted, shown one at a time with a reason; `personal`: by role and row; `assessed`: what is
 * thought of somebody, for fewer.
 */
export type FieldClass = 'sealed' | 'personal' | 'assessed';

export interface PersonalField {
  /** Names of properties in requests and replies. */
  names: readonly string[];
  what: string;
  class: FieldClass;
  /** Only under these paths: elsewhere the name means something else. */
  under?: RegExp;
  /** In replies that more may read it is null for whoever has none of these. */
  only?: readonly Permission[];
}

const evaluation = /^\/api\/(evaluation|grade|cadres\/:id\/grades)/;
const outcomes = /^\/api\/(evaluation|grade|benefit|term-end|cadres\/:id\/grades)/;
const working = ['evaluations.facts', 'grades.sheet'] as const;

/** What is kept about people, by the names of its fields (ASVS 8.1.2). */
export const personalFields: readonly PersonalField[] = [
  { names: ['idNumber'], what: 'ID number in full', class: 'sealed' },
  { names: ['homeAddress'], what: 'home address', class: 'sealed' },
  { names: ['health'], what: 'state of health', class: 'sealed' },
  { names: ['hasHomeAddress', 'hasHealth'], what: 'whether they are kept', class: 'personal' },
  { names: ['idNumberMask'], what: 'ID number, masked', class: 'personal' },
  { names: ['bornOn', 'age', 'sex'], what: 'birth date, age, sex', class: 'personal' },
  { names: ['ethnicity', 'nativePlace', 'homeTownship'], what: 'descent, home', class: 'personal' },
  {
    names: ['politicalStatus', 'joinedOn', 'fullMemberOn', 'presumedFullMemberOn'],
    ...{ what: 'political status and Party membership', class: 'personal' },
  },
  { names: ['membershipDocument'], what: 'its document', class: 'personal' },
  { names: ['education', 'workingSince'], what: 'education, years of work', class: 'personal' },
  { names: ['phone'], what: 'telephones of cadres', class: 'personal' },
  { names: ['contactPhone'], what: 'telephones of contacts', class: 'personal' },
  { names: ['relation'], what: 'kin; whom an evaluator steps back from', class: 'personal' },
  {
    names: ['reason', 'endReason', 'beyondReason'],
    ...{ what: 'why somebody was on leave', class: 'personal', under: /^\/api\/leaves/ },
  },
  {
    names: ['address', 'userAgent'],
    ...{ what: 'from where an account signed in', class: 'personal' },
  },
  {
    names: ['opinion'],
    ...{ what: 'a township’s appraisal', class: 'assessed', under: /^\/api\/(apprais|cadres)/ },
  },
  {
    names: [
      'grade',
      'unitGrade',
      'termGrade',
      'gradeBefore',
      'gradeThen',
      'newGrade',
      'gradeGround',
    ],
    ...{ what: 'decided grades', class: 'assessed', under: outcomes },
  },
  {
    names: ['statement'],
    ...{ what: 'what somebody said about the own grade', class: 'assessed', under: evaluation },
  },
  {
    names: ['proposedGrade', 'proposalReason', 'suggestedGrade', 'score', 'visitPoints'],
    ...{ what: 'proposals before the decision', class: 'assessed', under: evaluation },
    only: working,
  },
  { names: ['opinionTexts'], what: 'minutes: opinions about somebody', class: 'assessed' },
  {
    names: ['figures', 'rungs'],
    ...{ what: 'ballots about somebody', class: 'assessed', under: evaluation, only: working },
  },
  {
    names: ['honours', 'honour', 'commendations', 'discipline'],
    ...{ what: 'commendations, disciplinary matters', class: 'assessed', only: working },
  },
];

/** What sounds like it: about villages, offices, plans and days, or rights and counts. */
export const notPersonal: ReadonlySet<string> = new Set([
  ...['newAddress', 'gradeSet', 'gradeSets', 'grades', 'unitGraded', 'unitGradeDocument', 'scores'],
  ...['points', 'districtScore', 'townshipScore', 'ageBands', 'meanAge', 'ages', 'opinions'],
]);

/** Names that must be in one of the two lists. */
export const soundsPersonal =
  /idNumber|address|health|phone|birth|born|^age$|^ages$|meanAge|ageBands|^sex$|ethnic|^native|politic|joinedOn|fullMember|workingSince|educat|^relation$|userAgent|opinion|statement|grade|score|points|rungs|honour|discipline|commendations|proposalReason|homeTown/i;
