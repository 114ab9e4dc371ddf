import type { BallotSheet, BallotVillage, VisitPaper } from '@xuanpai/contracts/ballots';
import { ballotAnswers, ballotAnswerWords, visitPaperWords } from '@xuanpai/contracts/ballots';
import { gradeWords, voterGroups, voterGroupWords } from '@xuanpai/contracts/evaluation-words';
import { opinionQuestions, opinionQuestionWords } from '@xuanpai/contracts/visits';
import { postWords } from '@xuanpai/contracts/words';
import { ladderOf } from '@xuanpai/domain/evaluation/grades';
import { type FileChild, PageBreak, Paragraph } from 'docx';
import type { Actor } from '../../lib/actor.ts';
import { notFound } from '../../lib/api-error.ts';
import type { Deps } from '../../lib/deps.ts';
import { heading, officeDocument, plain, text, title } from '../../lib/docx/office-document.ts';
import { type OfficeColumn, officeTable } from '../../lib/docx/office-table.ts';
import { type EntryRound, readEntryRound } from '../../lib/evaluation/entry-reach.ts';
import { docx, type FileReply } from '../../lib/route.ts';
import { placeName } from './book.ts';
import { leftOutOf, type Place } from './left-out.ts';
import { readBallots } from './read.ts';

const makers: Readonly<
  Record<VisitPaper, (round: EntryRound, sheet: BallotSheet, village: BallotVillage) => FileChild[]>
> = { ballot, tally, outline };

/** What is taken along to the villages of a place, a village after the other on pages of its own. */
export async function visitPaper(
  deps: Deps,
  actor: Actor,
  { id, paper }: { id: string; paper: VisitPaper },
  place: Place,
): Promise<FileReply> {
  const round = await readEntryRound(deps.db.pool, id);
  const sheet = await readBallots(deps, actor, id, place);
  if (sheet.villages.length === 0) throw notFound();
  const wanting = await leftOutOf(deps, actor, id, place);
  const pages = sheet.villages.flatMap((village, at) => [
    ...(at === 0 ? [] : [new Paragraph({ children: [new PageBreak()] })]),
    ...makers[paper](round, sheet, village),
    ...note(wanting(village, sheet.villages)),
  ]);
  const bytes = await officeDocument(pages, { numbered: paper === 'outline' });
  const name = `${placeName(sheet, place)}${round.name}${visitPaperWords[paper].zh}`;
  return { filename: `${name}.docx`, type: docx, bytes };
}

const note = (words: string | null) => (words === null ? [] : [text(`注：${words}`)]);

/** Rows that are ticked by hand, in twips: 9 mm. */
const tall = { rowHeight: 510 };

/** The paper that a voter ticks: no name, no number. */
function ballot(round: EntryRound, { questions }: BallotSheet, village: BallotVillage) {
  return [
    title(`${village.villageName}选派干部民主测评票`),
    plain(`${round.name}`),
    ...gradeTables(village),
    ...village.people.flatMap(({ name }) => questionTable(name, questions)),
    text('请在相应的格内打“√”，每人每项只选一格，多选无效；不署名。'),
    text(
      `组别（打“√”）：${voterGroups.map((group) => `${voterGroupWords[group].zh}□`).join('　')}`,
    ),
  ];
}

/** One table for each grade set that somebody there is graded by. */
function gradeTables({ people }: BallotVillage): FileChild[] {
  const sets = [...new Set(people.map(({ gradeSet }) => gradeSet))];
  return sets.map((set) =>
    officeTable(
      [
        { heading: '姓名', share: 20 },
        { heading: '职务', share: 24 },
        ...columnsOf([...ladderOf(set).map((grade) => gradeWords[grade].zh), '弃权'], 56),
      ],
      people
        .filter(({ gradeSet }) => gradeSet === set)
        .map(({ name, post }) => [name, postWords[post].zh]),
      tall,
    ),
  );
}

function questionTable(name: string, questions: readonly string[]): FileChild[] {
  if (questions.length === 0) return [];
  return [
    plain(`对${name}：`, { keepNext: true }),
    officeTable(
      [
        { heading: '项目', share: 45, words: true },
        ...columnsOf(
          ballotAnswers.map((answer) => ballotAnswerWords[answer].zh),
          55,
        ),
      ],
      questions.map((question, at) => [`${at + 1}. ${question}`]),
      tall,
    ),
  ];
}

/** Columns that share this much of the width by the length of their headings, so that none breaks. */
function columnsOf(headings: readonly string[], share: number): OfficeColumn[] {
  const room = (heading: string) => heading.length + 1;
  const all = headings.reduce((sum, one) => sum + room(one), 0);
  return headings.map((one) => ({ heading: one, share: (share * room(one)) / all }));
}

/** The sheet on which the teller counts, signed by both. */
function tally(round: EntryRound, { questions }: BallotSheet, village: BallotVillage) {
  return [
    title(`${village.villageName}民主测评计票表`),
    plain(`${round.name}　测评日期：　　　　年　　月　　日`),
    ...village.people.flatMap((person) => [
      heading(`${person.name}（${postWords[person.post].zh}）`),
      officeTable(
        [
          { heading: '组别', share: 22, words: true },
          ...columnsOf(
            [
              ...['发出', '收回', '有效', '废票'],
              ...ladderOf(person.gradeSet).map((grade) => gradeWords[grade].zh),
              '弃权',
            ],
            78,
          ),
        ],
        voterGroups.map((group) => [voterGroupWords[group].zh]),
      ),
      ...questions.flatMap((question, at) => [
        plain(`第${at + 1}题　${question}`, { keepNext: true }),
        officeTable(
          [
            { heading: '组别', share: 30, words: true },
            ...columnsOf(
              ballotAnswers.map((answer) => ballotAnswerWords[answer].zh),
              70,
            ),
          ],
          voterGroups.map((group) => [voterGroupWords[group].zh]),
        ),
      ]),
    ]),
    text('有效加废票等于收回，收回不多于发出；各等次加弃权等于有效。'),
    plain('计票人签字：　　　　　　　监票人签字：　　　　　　'),
  ];
}

/** What is said and asked at the meeting. */
function outline(round: EntryRound, _: BallotSheet, { villageName, people }: BallotVillage) {
  return [
    title(`${villageName}${round.name}座谈提纲`),
    heading('一、会议事项'),
    text('时间：　　　　　　　　　　地点：'),
    text('主持人：　　　　　　　　　记录人：'),
    text(
      `到会人数：${voterGroups.map((group) => `${voterGroupWords[group].zh}　　人`).join('，')}。`,
    ),
    heading('二、说明来意'),
    text('说明考核对象、程序和纪律。发言按问题记录，不记姓名。'),
    ...people.flatMap(({ name, post }, at) => [
      heading(`${numerals[at + 2] ?? at + 3}、听取对${name}（${postWords[post].zh}）的意见`),
      ...opinionQuestions.flatMap((question, index) => [
        text(`${index + 1}. ${opinionQuestionWords[question].zh}。`),
        plain(''),
        plain(''),
      ]),
    ]),
    heading(`${numerals[people.length + 2] ?? people.length + 3}、民主测评`),
    text('按组发放测评票，当场收回；推选计票人、监票人各一名，当场计票，两人签字。'),
  ];
}

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
