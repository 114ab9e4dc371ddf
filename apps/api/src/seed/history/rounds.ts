import type { PeopleSheet, PersonRow } from '@xuanpai/contracts/evaluation-people';
import type { EvaluationTeams } from '@xuanpai/contracts/evaluation-teams';
import type { Grade } from '@xuanpai/contracts/evaluation-words';
import type { Candidate, Round } from '@xuanpai/contracts/evaluations';
import type { PlainDate } from '@xuanpai/contracts/values';
import type { VisitItem } from '@xuanpai/contracts/visits';
import { ladderOf, needsGround } from '@xuanpai/domain/evaluation/grades';
import { keepFacts } from '../../lib/evaluation/gather.ts';
import type { HistoryOffice } from './history-office.ts';

const day = (text: string) => text as PlainDate;

/** When each annual round was opened, and when its teams proposed. */
const days = {
  2015: { opened: day('2016-01-04'), proposed: day('2016-01-22') },
  2016: { opened: day('2017-01-03'), proposed: day('2017-01-10') },
} as const;
export type HistoryYear = keyof typeof days;

/** Opens an annual round with its two teams; what is there already stays. Gives its id. */
export async function openHistoryRound(
  office: HistoryOffice,
  batchId: string,
  year: HistoryYear,
): Promise<string> {
  const { prisma } = office.deps.db;
  const key = { batchId, kind: 'annual', year } as const;
  const known = await prisma.evaluationRound.findUnique({ where: { batchId_kind_year: key } });
  if (known) return known.id;
  office.on(days[year].opened);
  const questions = ['工作实效', '在村工作', '廉洁自律'];
  const draft = await office.call<Round>('office', 'POST', '/api/evaluations', {
    ...{ ...key, ballotsTwice: year === 2016, questions },
  });
  await chooseGrades(office, batchId, draft);
  const path = `/api/evaluations/${draft.id}`;
  await office.call('office', 'POST', `${path}/open`, { version: draft.version });
  await makeTeams(office, draft.id);
  return draft.id;
}

/** E3: what an enterprise's people are graded by is chosen before they are evaluated. */
async function chooseGrades(office: HistoryOffice, batchId: string, { id }: Round): Promise<void> {
  const { items } = await office.call<{ items: Candidate[] }>(
    'office',
    'GET',
    `/api/evaluations/${id}/preview`,
  );
  if (items.every(({ gradeSet }) => gradeSet !== null)) return;
  const { version } = await office.call<{ version: number }>(
    'planner',
    'GET',
    `/api/batches/${batchId}/policy`,
  );
  await office.call('planner', 'POST', `/api/batches/${batchId}/policy`, {
    ...{ effectiveFrom: '2015-06-01', reason: '企业人员参照事业单位', version },
    changes: [
      {
        key: 'evaluation.gradeSets',
        value: {
          ...{ administrative: 'civilServant', civilReference: 'civilServant' },
          ...{ institution: 'institution', enterprise: 'institution' },
        },
      },
    ],
  });
}

/** Half of the townships to each team; the second evaluator steps back from the own unit. */
async function makeTeams(office: HistoryOffice, roundId: string): Promise<void> {
  const path = `/api/evaluations/${roundId}/teams`;
  const { unassigned, evaluators } = await office.call<EvaluationTeams>('office', 'GET', path);
  const [first, second] = ['周立新', '吴桂芝'].map((name) => {
    const found = evaluators.find((one) => one.name === name);
    if (!found) throw new Error(`the demo has no ${name}`);
    return found.id;
  });
  const apart = await stepBack(office, second ?? '', roundId);
  const townships = [...new Set(unassigned.map(({ townshipId }) => townshipId))];
  const ofSecond = new Set(townships.slice(townships.length / 2));
  const [one, other] = [false, true].map((isSecond) =>
    unassigned
      .filter(({ id, townshipId }) => (ofSecond.has(townshipId) && !apart.has(id)) === isSecond)
      .map(({ id }) => id),
  );
  await office.call('office', 'POST', path, {
    ...{ name: '第一组', memberIds: [first], villageIds: one },
  });
  await office.call('office', 'POST', path, {
    ...{ name: '第二组', memberIds: [second], villageIds: other },
  });
}

/** 吴桂芝 comes from 区水利局: its people's villages are the other team's. */
async function stepBack(
  office: HistoryOffice,
  userId: string,
  roundId: string,
): Promise<Set<string>> {
  const { prisma } = office.deps.db;
  const unit = await prisma.unit.findFirst({ where: { name: { contains: '水利局' } } });
  if (!unit) return new Set();
  const declared = await prisma.evaluatorTie.count({ where: { userId, unitId: unit.id } });
  if (declared === 0) {
    await office.call('office', 'POST', '/api/evaluator-ties', {
      ...{ userId, kind: 'unit', unitId: unit.id },
    });
  }
  const people = await prisma.evaluationPerson.findMany({
    where: { roundId, unitId: unit.id },
    select: { villageId: true },
  });
  return new Set(people.map(({ villageId }) => villageId));
}

/** The township whose people the office decided on first. */
export const firstTownship = '相公街道';

/**
 * The teams propose what the facts support, once visits and ballots are there; of 2016 for those only
 * whose ballots are counted, the first township before the others. Some proposals are others, with the
 * reason; units report their grades.
 */
export async function proposeHistoryGrades(
  office: HistoryOffice,
  roundId: string,
  year: HistoryYear,
  first = false,
): Promise<void> {
  const { deps } = office;
  office.on(first ? day('2017-01-06') : days[year].proposed);
  const round = await deps.db.prisma.evaluationRound.findUniqueOrThrow({ where: { id: roundId } });
  await keepFacts(deps, round);
  const path = `/api/evaluations/${roundId}`;
  const { items } = await office.call<PeopleSheet>('office', 'GET', `${path}/people`);
  const { items: ofSecond } = await office.call<{ items: VisitItem[] }>(
    ...(['evaluator2', 'GET', `${path}/visits`] as const),
  );
  const second = new Set(ofSecond.map(({ villageId }) => villageId));
  const lower = items.findIndex(
    ({ gradeSet, standing }, at) =>
      at > 60 && gradeSet === 'institution' && standing === 'evaluated',
  );
  for (const [at, person] of items.entries()) {
    if (person.standing === 'byUnit' && person.unitGrade === null && year === 2015) {
      await reportUnitGrade(office, person);
    }
    const { state, parts, id, version } = person;
    if (person.standing !== 'evaluated' || state !== 'entering' || !parts) continue;
    if (year === 2016 && parts.marks.ballots !== 'done') continue;
    if (first && person.townshipName !== firstTownship) continue;
    const [grade, reason] =
      year === 2015 && at === lower
        ? (['basicallyQualified', '在村时间不足，两项重点工作没有推进'] as const)
        : gradeOf(person, parts.suggestedGrade, at);
    const who = second.has(person.villageId) ? 'evaluator2' : 'evaluator';
    const body = { grade, reason, version };
    await office.call(who, 'POST', `/api/evaluation-people/${id}/propose`, body);
  }
}

/** Every nineteenth is graded otherwise than the facts say, one isn't graded at all. */
function gradeOf(
  { gradeSet }: PersonRow,
  suggested: Grade | null,
  at: number,
): [Grade, string | null] {
  const [first, second] = ladderOf(gradeSet);
  const usual = suggested ?? second ?? 'undetermined';
  if (at === 40) return ['undetermined', '正在接受组织核实，待有结论再定'];
  if (at % 19 === 7 && first && second) {
    return usual === first
      ? [second, '到任较晚，成效还要再看']
      : [first, '牵头的项目带动明显，群众公认'];
  }
  return [usual, suggested === null || needsGround(usual) ? '到村了解，表现较好' : null];
}

async function reportUnitGrade(office: HistoryOffice, person: PersonRow): Promise<void> {
  const { id, version, gradeSet, unitName } = person;
  await office.call('office', 'POST', `/api/evaluation-people/${id}/unit-grade`, {
    ...{ grade: ladderOf(gradeSet)[1], document: `${unitName}2015年度考核结果的报告`, version },
  });
}

/** A commendation and a disciplinary matter, with their documents. */
export async function enterHonours(office: HistoryOffice, roundId: string): Promise<void> {
  const { prisma } = office.deps.db;
  if ((await prisma.cadreHonour.count()) > 0) return;
  const people = await prisma.evaluationPerson.findMany({
    where: { roundId, standing: 'evaluated' },
    orderBy: { id: 'asc' },
    select: { id: true },
    take: 30,
  });
  const enter = (at: number, body: object) =>
    office.call('office', 'POST', `/api/evaluation-people/${people[at]?.id}/honours`, body);
  await enter(3, {
    ...{ kind: 'commendation', on: '2015-12-18', title: '全区抓党建促发展先进个人' },
    ...{ organ: '区委、区政府', document: '河发〔2015〕31号', note: null },
  });
  await enter(21, {
    ...{ kind: 'discipline', on: '2015-11-06', title: '因会议无故缺席提醒谈话' },
    ...{ organ: '区纪委', document: '河纪函〔2015〕12号', note: null },
  });
}

/** Closes a round in which everybody has a grade. */
export async function closeHistoryRound(office: HistoryOffice, roundId: string): Promise<void> {
  const path = `/api/evaluations/${roundId}`;
  const { status, version, counts } = await office.call<Round>('office', 'GET', path);
  if (status !== 'open' || counts.decided < counts.evaluated) return;
  if (counts.unitGraded < counts.byUnit) return;
  await office.call('office', 'POST', `${path}/close`, { version });
}
