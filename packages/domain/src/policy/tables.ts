import { scoreOfPartWords } from '@xuanpai/contracts/evaluation-words';
import type { Json } from '@xuanpai/contracts/values';
import {
  rankWords,
  specialityWords,
  staffingTypeWords,
  villageKindWords,
  type Word,
} from '@xuanpai/contracts/words';
import type { TableKey } from './keys.ts';
import type { NumberRange } from './template.ts';

export type Words = Readonly<Record<string, Word>>;

/** What a cell holds: a switch, a number (empty means 0 where `optional`), or one of some codes. */
export type TableCell =
  | { kind: 'switch' }
  | { kind: 'number'; range: NumberRange; optional: boolean }
  | { kind: 'choice'; options: Words; optional: boolean };

/** A table of the policy: a value for each row, or for each row and column, all with their words. */
export interface TableShape {
  rows: Words;
  columns?: Words;
  cell: TableCell;
}

const share: NumberRange = { least: 0, most: 1, decimals: 2 };
const level: NumberRange = { least: 1, most: 5, decimals: 0 };
const points: NumberRange = { least: -1_000_000, most: 1_000_000, decimals: 1 };

const hundredth: NumberRange = { least: 0, most: 100, decimals: 1 };

const levelWords: Words = {
  '1': { zh: '1级', en: 'Level 1' },
  '2': { zh: '2级', en: 'Level 2' },
  '3': { zh: '3级', en: 'Level 3' },
  '4': { zh: '4级', en: 'Level 4' },
  '5': { zh: '5级', en: 'Level 5' },
};

const needWords: Words = {
  weakLax: villageKindWords.weakLax,
  communityBuilding: villageKindWords.communityBuilding,
  modelSecretary: villageKindWords.modelSecretary,
  poor: { zh: '经济薄弱村', en: 'Poor' },
  lagging: villageKindWords.lagging,
  none: { zh: '其他村', en: 'None of these' },
};

/** E3: the two sets of grades. */
export const gradeSetWords: Words = {
  civilServant: {
    zh: '优秀、称职、基本称职、不称职',
    en: 'Excellent, competent, basic, not competent',
  },
  institution: {
    zh: '优秀、合格、基本合格、不合格',
    en: 'Excellent, qualified, basic, not qualified',
  },
};

/** E6: the steps of an evaluation, in their order. */
export const evaluationStepWords: Words = {
  ownReport: { zh: '本人总结', en: 'Own report' },
  visit: { zh: '到村考核', en: 'Visit' },
  opinions: { zh: '镇街、派出单位意见', en: 'Opinions of township and unit' },
  discipline: { zh: '纪检监察意见', en: 'Opinion of discipline inspection' },
  proposal: { zh: '选派办提出等次', en: 'Office’s proposal' },
  meeting: { zh: '会议研究', en: 'Meeting' },
  publicNotice: { zh: '公示', en: 'Public notice' },
  decision: { zh: '确定等次', en: 'Decision' },
  told: { zh: '告知本人并签字', en: 'Told and signed' },
  form: { zh: '年度考核登记表', en: 'Assessment form' },
  file: { zh: '归档', en: 'File' },
};

/** E9: what the ballots' rungs and the measures' states are worth in a score. */
export const scorePointWords: Words = {
  first: { zh: '优秀票', en: 'Excellent ballots' },
  second: { zh: '称职（合格）票', en: 'Competent ballots' },
  third: { zh: '基本称职（基本合格）票', en: 'Basic ballots' },
  fourth: { zh: '不称职（不合格）票', en: 'Lowest ballots' },
  reached: { zh: '目标已完成', en: 'Target reached' },
  onCourse: { zh: '目标正常推进', en: 'Target on course' },
  behind: { zh: '目标滞后', en: 'Target behind' },
};

/** The tables of the policy: what a value must look like, and what pages call its rows and columns. */
export const tableShapes: Record<TableKey, TableShape> = {
  'dispatch.districtKinds': { rows: villageKindWords, cell: { kind: 'switch' } },
  'eligibility.sectionRanks': { rows: rankWords, cell: { kind: 'switch' } },
  'rank.levels': { rows: rankWords, cell: { kind: 'number', range: level, optional: false } },
  'score.need': {
    rows: needWords,
    columns: specialityWords,
    cell: { kind: 'number', range: share, optional: true },
  },
  'score.rankBonus': { rows: levelWords, cell: { kind: 'number', range: points, optional: true } },
  'evaluation.gradeSets': {
    rows: staffingTypeWords,
    cell: { kind: 'choice', options: gradeSetWords, optional: true },
  },
  'evaluation.steps': { rows: evaluationStepWords, cell: { kind: 'switch' } },
  'evaluation.weights': {
    rows: scoreOfPartWords,
    cell: { kind: 'number', range: hundredth, optional: false },
  },
  'evaluation.points': {
    rows: scorePointWords,
    cell: { kind: 'number', range: hundredth, optional: false },
  },
};

/** What a table holds in a cell, named by its row, or by its row and column; undefined where it is empty. */
export function cellAt(table: Json, path: readonly string[]): Json | undefined {
  return path.reduce<Json | undefined>(
    (inner, step) =>
      typeof inner === 'object' && inner !== null && !Array.isArray(inner)
        ? inner[step]
        : undefined,
    table,
  );
}
