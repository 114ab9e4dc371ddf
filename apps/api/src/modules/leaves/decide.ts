import type { BodyOf } from '@xuanpai/contracts/endpoint';
import type { decideLeave, endLeave } from '@xuanpai/contracts/leaves';
import type { PlainDate } from '@xuanpai/contracts/values';
import { toDate } from '@xuanpai/database/dates';
import type { Tx } from '@xuanpai/database/transaction';
import { workCalendar } from '@xuanpai/domain/attendance/calendar';
import {
  daysThatDiffer,
  leaveTransitions,
  whoDecides,
  workdaysOf,
} from '@xuanpai/domain/attendance/leaves';
import { addDays, daysBetween } from '@xuanpai/domain/office/plain-date';
import type { Actor } from '../../lib/actor.ts';
import { type Fault, invalid, ruleViolated } from '../../lib/api-error.ts';
import { readPolicies } from '../../lib/attendance/leave-policies.ts';
import { reopenSheets } from '../../lib/attendance/touched-sheets.ts';
import { readCalendar } from '../../lib/attendance/work-calendar.ts';
import type { Deps } from '../../lib/deps.ts';
import { runnerOf } from '../../lib/sql.ts';
import { writeAs } from '../../lib/write.ts';
import { byReading, type HeldLeave, holdLeave, holdMonths, noteLeave, spanOf } from './hold.ts';
import { mayDecide, reachesTownship } from './reach.ts';

/** Approves a leave or refuses it with a reason: the head up to a number of workdays, else the district. */
export function decideOnLeave(
  deps: Deps,
  actor: Actor,
  id: string,
  input: BodyOf<typeof decideLeave>,
): Promise<void> {
  const act = input.approve ? 'approve' : 'refuse';
  return writeAs(deps, actor, async (tx) => {
    const leave = await holdLeave(tx, actor, act, id, input.version);
    if (leave.askedById !== null && leave.askedById === actor.userId) throw ownLeave();
    await checkPower(deps, tx, actor, leave, leave);
    const sheets = input.approve
      ? await holdMonths(tx, leave.cadreId, leave.startsOn, leave.endsOn)
      : [];
    const decision = input.decision ?? null;
    const state = leaveTransitions[act].to;
    await tx.leave.update({
      where: { id },
      data: {
        ...{ state, decision, decidedById: actor.userId, decidedByName: actor.name },
        ...{ decidedAt: new Date(), version: { increment: 1 } },
      },
    });
    const why = `批准请假：${leave.cadreName}，${spanOf(leave)}`;
    const reopened = await reopenSheets(tx, actor, sheets, { reason: why, cadreId: leave.cadreId });
    const change = {
      ...{ before: { state: leave.state }, after: { state, decision } },
      versionAfter: leave.version + 1,
    };
    noteLeave(tx, `leave.${act}`, leave, change, { decision, reopened });
  });
}

/** Takes back what was asked for, before it is decided. */
export function withdrawAsked(deps: Deps, actor: Actor, id: string, seen: number): Promise<void> {
  return writeAs(deps, actor, async (tx) => {
    const leave = await holdLeave(tx, actor, 'withdraw', id, seen);
    const state = leaveTransitions.withdraw.to;
    await tx.leave.update({ where: { id }, data: { state, version: { increment: 1 } } });
    noteLeave(tx, 'leave.withdraw', leave, {
      ...{ before: { state: leave.state }, after: { state }, versionAfter: leave.version + 1 },
    });
  });
}

/** 销假: back on the day after `lastDay`. What that changes must not lie in a confirmed month. */
export function endTaken(
  deps: Deps,
  actor: Actor,
  id: string,
  { lastDay, reason, version }: BodyOf<typeof endLeave>,
): Promise<void> {
  return writeAs(deps, actor, async (tx) => {
    const leave = await holdLeave(tx, actor, 'end', id, version);
    checkLastDay(leave, lastDay, reason, deps.today());
    const ended = { ...leave, endsOn: lastDay, endsAtNoon: false };
    if (lastDay > leave.endsOn) await checkPower(deps, tx, actor, leave, ended);
    const differ = lastDay === leave.endsOn ? [] : daysThatDiffer(leave, ended);
    const [first, last] = [differ[0], differ.at(-1)];
    const sheets = first && last ? await holdMonths(tx, leave.cadreId, first, last) : [];
    const state = leaveTransitions.end.to;
    await tx.leave.update({
      where: { id },
      data: {
        ...{ state, lastDay: toDate(lastDay), endReason: reason ?? null },
        ...{ endedByName: actor.name, endedAt: new Date(), version: { increment: 1 } },
      },
    });
    const why = `销假：${leave.cadreName}，原${spanOf(leave)}，实际至${lastDay}`;
    const reopened = await reopenSheets(tx, actor, sheets, { reason: why, cadreId: leave.cadreId });
    const change = {
      ...{ before: { state: leave.state, lastDay: null }, after: { state, lastDay } },
      versionAfter: leave.version + 1,
    };
    noteLeave(tx, 'leave.end', leave, change, { lastDay, reason: reason ?? null, reopened });
  });
}

/** Throws where so many workdays are beyond what somebody may approve. */
async function checkPower(
  deps: Deps,
  tx: Tx,
  actor: Actor,
  leave: HeldLeave,
  asked: Pick<HeldLeave, 'kind' | 'startsOn' | 'endsOn' | 'startsAtNoon' | 'endsAtNoon'>,
): Promise<void> {
  const special = await readCalendar(runnerOf(tx), asked.startsOn, asked.endsOn);
  const workdays = workdaysOf(asked, workCalendar(special));
  const policy = (await readPolicies(tx, [leave.batchId], deps.today()))(leave.batchId);
  const most = policy.number('attendance.headApprovesLeaveDays');
  const decidedBy = whoDecides(workdays, most);
  // Back later than approved is approved in the same act, by whoever may.
  const decides = reachesTownship(actor, 'leaves.decide', leave.townshipId);
  if (decides && mayDecide(actor, { decidedBy })) return;
  throw ruleViolated([
    {
      path: asked === leave ? 'approve' : 'lastDay',
      code: 'beyondPower',
      message: {
        zh: `共${workdays}个工作日，镇街负责人可批准${most}个以内，须由区委组织部办理。`,
        en: `${workdays} workdays; the head approves up to ${most}, beyond that the district does.`,
      },
      basis: policy.basis('attendance.headApprovesLeaveDays'),
      remedy: null,
    },
  ]);
}

function ownLeave() {
  return ruleViolated([
    {
      path: 'approve',
      code: 'ownLeave',
      message: {
        zh: '请假和批准不能是同一人，请由其他负责人办理。',
        en: 'Whoever asked can’t decide; have somebody else do it.',
      },
      basis: byReading,
      remedy: null,
    },
  ]);
}

function checkLastDay(
  leave: HeldLeave,
  lastDay: PlainDate,
  reason: string | undefined,
  today: PlainDate,
): void {
  const notTaken = addDays(leave.startsOn, -1);
  const faults: Fault[] = [];
  const at = (path: string, code: string, zh: string, en: string) =>
    faults.push({ path, code, message: { zh, en } });
  if (lastDay < notTaken) {
    at(
      'lastDay',
      'beforeStart',
      `没有休的，填${notTaken}。`,
      `Where the leave wasn’t taken, enter ${notTaken}.`,
    );
  } else if (lastDay > today && lastDay !== notTaken) {
    at('lastDay', 'ahead', '回来以后才能销假。', 'It ends once the cadre is back.');
  } else if (daysBetween(leave.startsOn, lastDay) > 366) {
    at('lastDay', 'tooLong', '一次请假不超过一年，请核对。', 'At most a year; please check.');
  }
  if (lastDay !== leave.endsOn && reason === undefined) {
    at(
      'reason',
      'required',
      '与批准的日期不同，请写明原因。',
      'Another day than approved: say why.',
    );
  }
  if (faults.length > 0) throw invalid(faults);
}
