import { type BallotContent, ballotAnswers, ballotAnswerWords } from '@xuanpai/contracts/ballots';
import { type VoterGroup, voterGroupWords } from '@xuanpai/contracts/evaluation-words';
import { emptyContent } from '../evaluation/ballots.ts';
import type { ImportColumn, RowCells } from './import-column.ts';
import { RowReader } from './row-reader.ts';

/** The tally workbook: a line for each group of voters of each cadre. */

/** Questions beside the grade that a ballot may have. */
const mostQuestions = 6;

const places = [
  {
    field: 'village',
    label: { zh: '村', en: 'Village' },
    headings: ['村', '村名', '任职村'],
    required: true,
  },
  {
    field: 'name',
    label: { zh: '姓名', en: 'Name' },
    headings: ['姓名', '人员姓名', '测评对象'],
    required: true,
  },
  {
    field: 'group',
    label: { zh: '组别', en: 'Group' },
    headings: ['组别', '类别', '参评人员'],
    required: true,
  },
] as const satisfies readonly ImportColumn[];

const figures = [
  { field: 'issued', label: { zh: '发出', en: 'Issued' }, headings: ['发出', '发出票', '发票数'] },
  { field: 'returned', label: { zh: '收回', en: 'Returned' }, headings: ['收回', '收回票'] },
  { field: 'valid', label: { zh: '有效', en: 'Valid' }, headings: ['有效', '有效票'] },
  { field: 'void', label: { zh: '废票', en: 'Void' }, headings: ['废票', '无效', '无效票'] },
  { field: 'first', label: { zh: '优秀', en: 'Excellent' }, headings: ['优秀'] },
  {
    field: 'second',
    label: { zh: '称职（合格）', en: 'Competent (qualified)' },
    headings: ['称职（合格）', '称职', '合格', '称职/合格'],
  },
  {
    field: 'third',
    label: { zh: '基本称职（基本合格）', en: 'Basically competent (qualified)' },
    headings: ['基本称职（基本合格）', '基本称职', '基本合格', '基本称职/基本合格'],
  },
  {
    field: 'fourth',
    label: { zh: '不称职（不合格）', en: 'Not competent (qualified)' },
    headings: ['不称职（不合格）', '不称职', '不合格', '不称职/不合格'],
  },
  { field: 'abstained', label: { zh: '弃权', en: 'No choice' }, headings: ['弃权', '弃权票'] },
] as const satisfies readonly ImportColumn[];

export type BallotFigureField = (typeof figures)[number]['field'];

/** `q2.first`: the first answer of the second question. */
const answerField = (question: number, answer: string) => `q${question}.${answer}`;

export const answerHeading = (question: number, answer: (typeof ballotAnswers)[number]) =>
  `${question}${ballotAnswerWords[answer].zh}`;

const answers: ImportColumn[] = Array.from({ length: mostQuestions }, (_, at) =>
  ballotAnswers.map((answer) => ({
    field: answerField(at + 1, answer),
    label: {
      zh: `第${at + 1}题${ballotAnswerWords[answer].zh}`,
      en: `Question ${at + 1}: ${ballotAnswerWords[answer].en.toLowerCase()}`,
    },
    headings: [answerHeading(at + 1, answer)],
  })),
).flat();

export const ballotFigureColumns: readonly ImportColumn<BallotFigureField>[] = figures;
export const ballotColumns: readonly ImportColumn[] = [...places, ...figures, ...answers];

const groupWords = {
  ...voterGroupWords,
  villageCommittees: { zh: '村“两委”成员', en: 'Village committees' },
} as const;

/** Quotation marks of every kind, 村两委: one group. */
function groupOf(reader: RowReader<string>): VoterGroup | null {
  const text = reader.raw('group');
  if (!text) return null;
  const plain = (words: string) => words.replace(/[“”"'‘’「」\s]/g, '').replace(/成员$/, '');
  const found = (Object.keys(groupWords) as VoterGroup[]).find(
    (group) => plain(groupWords[group].zh) === plain(text),
  );
  if (found) return found;
  const list = Object.values(groupWords).map(({ zh }) => zh);
  return reader.refuse(
    'group',
    'notInList',
    { zh: `“${text}”不是参评的组。`, en: `“${text}” is no group of voters.` },
    { zh: `可填：${list.join('、')}。`, en: `One of: ${list.join(', ')}.` },
  );
}

/** What a row says: whose line it is, and its figures; a line that says nothing is all null. */
export function readBallotRow(cells: RowCells<string>, questions: number) {
  const reader = new RowReader<string>(cells);
  const [villageColumn, nameColumn, groupColumn] = places;
  const village = reader.text('village', 60) ?? null;
  const name = reader.personName('name', 40) ?? null;
  const group = groupOf(reader);
  if (!village) reader.require('village', villageColumn.label);
  if (!name) reader.require('name', nameColumn.label);
  if (!group) reader.require('group', groupColumn.label);
  return { village, name, group, content: contentOf(reader, questions), reader };
}

function contentOf(reader: RowReader<string>, questions: number): BallotContent {
  const content = emptyContent(questions);
  const most = 10_000;
  for (const { field } of figures) content.figures[field] = reader.count(field, most) ?? null;
  for (const [at, answer] of content.answers.entries()) {
    for (const key of ballotAnswers) {
      answer[key] = reader.count(answerField(at + 1, key), most) ?? null;
    }
  }
  return content;
}

/** The field of a place in a line, as `issued` or `2.first`. */
export function fieldOfCell(cell: string): string {
  return cell.includes('.') ? `q${cell}` : cell;
}
