import type { GradeCaseRow } from '@xuanpai/contracts/grade-cases';
import type { PlainDate } from '@xuanpai/contracts/values';
import { readFeedback, receive } from '../../modules/grades/feedback.ts';
import type { HistoryOffice } from './history-office.ts';

const day = (text: string) => text as PlainDate;

/** Four units in five said that they had received what was fed back to them. */
export async function receiveFeedback(
  office: HistoryOffice,
  roundId: string,
  receivedOn: PlainDate,
): Promise<void> {
  const { deps } = office;
  const { prisma } = deps.db;
  office.on(receivedOn);
  const units = await prisma.unit.findMany({
    where: { evaluationPeople: { some: { roundId } } },
    orderBy: { id: 'asc' },
    select: { id: true, name: true },
  });
  for (const [at, unit] of units.entries()) {
    if (at % 5 === 4) continue;
    const actor = await office.liaisonOf(unit);
    const { items } = await readFeedback(deps, actor, { roundId });
    const waiting = items.filter(({ mayReceive }) => mayReceive);
    if (waiting.length === 0) continue;
    const received = waiting.map(({ id, version }) => ({ id, version }));
    await receive(deps, actor, { items: received, receivedOn });
  }
}

/** E7: who was graded 基本合格 asked for a review, then appealed; both kept the grade. */
export async function reviewLower(office: HistoryOffice, roundId: string): Promise<void> {
  const { prisma } = office.deps.db;
  const person = await prisma.evaluationPerson.findFirst({
    where: { roundId, grade: 'basicallyQualified' },
    select: { id: true },
  });
  if (!person) return;
  const ask = async (kind: 'review' | 'appeal', askedOn: PlainDate, more: object) => {
    office.on(askedOn);
    const known = await prisma.gradeCase.count({ where: { personId: person.id, kind } });
    if (known > 0) return;
    await office.call('office', 'POST', `/api/evaluation-people/${person.id}/cases`, {
      ...{ kind, askedOn, ...more },
    });
  };
  const settle = async (who: string, decidedOn: PlainDate, more: object) => {
    office.on(decidedOn);
    const { items } = await office.call<{ items: GradeCaseRow[] }>(
      ...(['office', 'GET', `/api/evaluations/${roundId}/cases`] as const),
    );
    const open = items.find(({ personId, result }) => personId === person.id && result === null);
    if (!open) return;
    const body = { version: open.version, result: 'kept', decidedOn, ...more };
    await office.call(who, 'POST', `/api/grade-cases/${open.id}/settle`, body);
  };
  await ask('review', day('2016-02-26'), {
    ...{ reason: '冬季请假系住院治疗，有病历和请假条', document: '复核申请书' },
  });
  await settle('office', day('2016-03-18'), {
    ...{ text: '假条已核对，两项重点工作未推进属实，维持原等次', document: '河选办复〔2016〕1号' },
  });
  await ask('appeal', day('2016-04-11'), {
    ...{ reason: '不服复核决定', document: '申诉书', organ: '市委组织部' },
  });
  await settle('planner', day('2016-06-06'), {
    ...{ text: '经审理，考核程序合规、事实清楚，维持原等次', document: '市组诉〔2016〕3号' },
  });
}
