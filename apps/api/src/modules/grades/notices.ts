import type { BodyOf, ReplyOf } from '@xuanpai/contracts/endpoint';
import type {
  answerNoticeObjection,
  enterNoticeObjection,
  listNotices,
  postNotice,
} from '@xuanpai/contracts/grade-notices';
import type { PlainDate } from '@xuanpai/contracts/values';
import { toDate, toPlainDate } from '@xuanpai/database/dates';
import type { Tx } from '@xuanpai/database/transaction';
import { workCalendar } from '@xuanpai/domain/attendance/calendar';
import { noticeEnd } from '@xuanpai/domain/evaluation/days';
import { addDays } from '@xuanpai/domain/office/plain-date';
import type { Actor } from '../../lib/actor.ts';
import { ApiError, invalid, notFound, ruleViolated } from '../../lib/api-error.ts';
import { readCalendar } from '../../lib/attendance/work-calendar.ts';
import { record } from '../../lib/audit.ts';
import type { Deps } from '../../lib/deps.ts';
import { requireRound } from '../../lib/evaluation/reach.ts';
import { leftOut, readStepBacks, refuseTied } from '../../lib/evaluation/stepping-back.ts';
import { lockRow } from '../../lib/lock.ts';
import { readPolicy } from '../../lib/policy.ts';
import { runnerOf, sql } from '../../lib/sql.ts';
import { checkVersion } from '../../lib/versions.ts';
import { writeAs } from '../../lib/write.ts';
import { byReading, fromDay, holdPeople, namesOf, refuseAhead } from './hold.ts';

/** Puts up intended 优秀; the last day follows from the policy's workdays and the calendar. */
export async function putUp(
  deps: Deps,
  actor: Actor,
  roundId: string,
  { personIds: ids, startsOn, place }: BodyOf<typeof postNotice>,
): Promise<{ id: string; endsOn: string }> {
  const today = deps.today();
  refuseAhead('startsOn', startsOn, today);
  const { batchId } = await requireRound(deps, actor, 'grades.record', roundId);
  return writeAs(deps, actor, async (tx) => {
    const held = await holdPeople(tx, actor, { act: 'notice', on: startsOn, roundId, ids, today });
    const twice = held.filter(({ notice }) => notice !== null);
    if (twice.length > 0) throw new ApiError('alreadyDone');
    const endsOn = await lastDay(tx, batchId, startsOn);
    const { id } = await tx.gradeNotice.create({
      data: {
        ...{ roundId, startsOn: toDate(startsOn), endsOn: toDate(endsOn), place },
        ...{ postedById: actor.userId, postedByName: actor.name },
        people: { createMany: { data: held.map((row) => ({ personId: row.id })) } },
      },
    });
    record(tx, {
      ...{ action: 'grade.notice', entity: 'evaluationRound', entityId: roundId },
      params: { people: held.length, names: namesOf(held), from: startsOn, to: endsOn },
    });
    return { id, endsOn };
  });
}

async function lastDay(tx: Tx, batchId: string, startsOn: PlainDate): Promise<PlainDate> {
  const days = (await readPolicy(tx, batchId, startsOn)).number('evaluation.noticeDays');
  const until = addDays(startsOn, days * 3 + 30);
  return noticeEnd(startsOn, days, workCalendar(await readCalendar(runnerOf(tx), startsOn, until)));
}

export async function readNotices(
  deps: Deps,
  actor: Actor,
  roundId: string,
): Promise<ReplyOf<typeof listNotices>> {
  await requireRound(deps, actor, 'grades.sheet', roundId);
  const inRound = sql`p.round_id = ${roundId}::uuid`;
  const tied = leftOut(await readStepBacks(deps.db.pool, actor.userId, inRound)).ids;
  const found = await deps.db.prisma.gradeNotice.findMany({
    where: { roundId },
    orderBy: [{ startsOn: 'desc' }, { id: 'desc' }],
    include: {
      people: {
        include: {
          objections: { orderBy: { id: 'asc' } },
          person: {
            select: {
              cadre: { select: { name: true } },
              unit: { select: { name: true } },
              village: { select: { name: true, code: true } },
            },
          },
        },
      },
    },
  });
  return {
    items: found.map(({ id, startsOn, endsOn, place, postedByName, people }) => ({
      ...{ id, startsOn: toPlainDate(startsOn), endsOn: toPlainDate(endsOn), place, postedByName },
      people: people
        .toSorted((a, b) => a.person.village.code.localeCompare(b.person.village.code))
        .map(({ personId, person, withdrawnAt, objections }) => ({
          ...{ personId, name: person.cadre.name, unitName: person.unit.name },
          ...{ villageName: person.village.name, withdrawn: withdrawnAt !== null },
          stepsBack: tied.has(personId),
          objections: (tied.has(personId) ? [] : objections).map((one) => ({
            ...one,
            receivedOn: toPlainDate(one.receivedOn),
            answeredOn: toPlainDate(one.answeredOn),
          })),
        })),
    })),
  };
}

/** What was said against somebody while they were up. */
export function enterObjection(
  deps: Deps,
  actor: Actor,
  roundId: string,
  { personId, receivedOn, from, content }: BodyOf<typeof enterNoticeObjection>,
): Promise<{ id: string }> {
  refuseAhead('receivedOn', receivedOn, deps.today());
  return writeAs(deps, actor, async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM evaluation_person WHERE id = ${personId}::uuid FOR UPDATE`;
    const up = await tx.gradeNoticePerson.findFirst({
      where: { personId, withdrawnAt: null, notice: { roundId } },
      include: {
        notice: true,
        person: { select: { state: true, cadre: { select: { name: true } } } },
      },
    });
    if (!up) throw notFound();
    await refuseTied(runnerOf(tx), actor, sql`p.id = ${personId}::uuid`, 'notice');
    if (up.person.state === 'decided') throw new ApiError('alreadyDone');
    if (receivedOn < toPlainDate(up.notice.startsOn)) {
      const message = { zh: '早于公示开始日期。', en: 'Before the notice was put up.' };
      const remedy = fromDay(toPlainDate(up.notice.startsOn));
      throw invalid([{ path: 'receivedOn', code: 'tooEarly', message, remedy }]);
    }
    const { id } = await tx.noticeObjection.create({
      data: {
        ...{ noticeId: up.noticeId, personId, receivedOn: toDate(receivedOn), from, content },
        enteredByName: actor.name,
      },
    });
    record(tx, {
      ...{ action: 'grade.noticeObjection', entity: 'evaluationPerson', entityId: personId },
      params: { name: up.person.cadre.name, on: receivedOn },
    });
    return { id };
  });
}

export function answerObjection(
  deps: Deps,
  actor: Actor,
  id: string,
  { version, answer, text, answeredOn }: BodyOf<typeof answerNoticeObjection>,
): Promise<void> {
  refuseAhead('answeredOn', answeredOn, deps.today());
  return writeAs(deps, actor, async (tx) => {
    await lockRow(tx, 'notice_objection', id);
    const row = await tx.noticeObjection.findUnique({
      where: { id },
      include: { on: { include: { person: { include: { cadre: { select: { name: true } } } } } } },
    });
    if (!row) throw notFound();
    const current = { id, version: row.version, answer: row.answer };
    await checkVersion(
      tx,
      { entity: 'noticeObjection', id, version: row.version, current },
      version,
    );
    if (row.answer !== null) throw new ApiError('alreadyDone');
    await refuseTied(runnerOf(tx), actor, sql`p.id = ${row.personId}::uuid`, 'notice');
    if (answeredOn < toPlainDate(row.receivedOn)) {
      const message = { zh: '早于收到反映的日期。', en: 'Before it was received.' };
      const remedy = fromDay(toPlainDate(row.receivedOn));
      const basis = byReading;
      throw ruleViolated([{ path: 'answeredOn', code: 'tooEarly', message, basis, remedy }]);
    }
    await tx.noticeObjection.update({
      where: { id },
      data: {
        ...{ answer, answerText: text, answeredOn: toDate(answeredOn) },
        ...{ answeredByName: actor.name, version: { increment: 1 } },
      },
    });
    record(tx, {
      ...{ action: 'grade.answerObjection', entity: 'evaluationPerson', entityId: row.personId },
      params: { name: row.on.person.cadre.name, answer },
      changes: [
        {
          ...{ entity: 'noticeObjection', entityId: id, versionAfter: row.version + 1 },
          ...{ before: { answer: null }, after: { answer } },
        },
      ],
    });
  });
}
