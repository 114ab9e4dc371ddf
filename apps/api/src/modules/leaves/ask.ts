import { markWords } from '@xuanpai/contracts/attendance-marks';
import type { BodyOf, QueryOf, ReplyOf } from '@xuanpai/contracts/endpoint';
import type { askLeave, reckonLeave } from '@xuanpai/contracts/leaves';
import type { Basis } from '@xuanpai/contracts/problems';
import type { PlainDate } from '@xuanpai/contracts/values';
import { toDate } from '@xuanpai/database/dates';
import type { PrismaClient } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import { beyondDue, whoDecides, workdaysOf } from '@xuanpai/domain/attendance/leaves';
import { daysBetween } from '@xuanpai/domain/office/plain-date';
import type { Actor } from '../../lib/actor.ts';
import { ApiError, type Fault, invalid, notFound, ruleViolated } from '../../lib/api-error.ts';
import { readPolicies } from '../../lib/attendance/leave-policies.ts';
import { readLeaveYears } from '../../lib/attendance/leave-years.ts';
import type { Deps } from '../../lib/deps.ts';
import { scopeFor, scopeWhere } from '../../lib/scope.ts';
import { runnerOf } from '../../lib/sql.ts';
import { writeAs } from '../../lib/write.ts';
import { byReading, holdMonths, noteLeave, postOn, spanOf } from './hold.ts';
import { reachesTownship } from './reach.ts';

type Input = BodyOf<typeof askLeave>;
type Period = Pick<Input, 'kind' | 'startsOn' | 'endsOn' | 'startsAtNoon' | 'endsAtNoon'>;

/** Days; what is longer is a slip of the pen. */
const longest = 366;

const annualLeave: Basis = { kind: 'national', source: '《职工带薪年休假条例》第三条' };

/** Asks for leave on behalf of a cadre posted in the own township; gives the id. */
export function askForLeave(deps: Deps, actor: Actor, input: Input): Promise<string> {
  checkPeriod(input);
  return writeAs(deps, actor, async (tx) => {
    const { cadreId, beyondReason = null, documentNumber = null, ...period } = input;
    const cadre = await cadreOf(tx, actor, cadreId);
    await checkPost(tx, actor, cadreId, input.startsOn);
    // Two who ask at once for the same person wait for each other.
    await tx.$queryRaw`SELECT 1 FROM cadre WHERE id = ${cadreId}::uuid FOR UPDATE`;
    await refuseOverlap(tx, cadreId, period);
    await holdMonths(tx, cadreId, period.startsOn, period.endsOn);
    const { workdays, beyond, needsReason } = await reckoned(tx, cadreId, period);
    if (workdays === 0) throw invalid([noWorkdays]);
    if (needsReason && beyondReason === null) {
      throw ruleViolated([
        {
          path: 'beyondReason',
          code: 'beyondDue',
          message: {
            zh: `${beyond?.zh ?? ''}。请写明超出的理由。`,
            en: `${beyond?.en ?? ''}. Say why.`,
          },
          basis: annualLeave,
          remedy: null,
        },
      ]);
    }
    const { startsOn, endsOn, kind, reason, startsAtNoon, endsAtNoon } = period;
    const leave = await tx.leave.create({
      data: {
        ...{ cadreId, kind, reason, startsAtNoon, endsAtNoon, documentNumber, beyondReason },
        ...{ startsOn: toDate(startsOn), endsOn: toDate(endsOn) },
        ...{ askedById: actor.userId, askedByName: actor.name },
      },
    });
    const after = { kind, startsOn, endsOn, startsAtNoon, endsAtNoon, reason, documentNumber };
    const named = { id: leave.id, cadreName: cadre.name, kind, startsOn, endsOn };
    noteLeave(tx, 'leave.ask', named, { before: null, after, versionAfter: 1 }, { workdays });
    return leave.id;
  });
}

/** What a leave would come to: its workdays, who decides on it, and how the year stands. */
export async function reckonForForm(
  deps: Deps,
  actor: Actor,
  query: QueryOf<typeof reckonLeave>,
): Promise<ReplyOf<typeof reckonLeave>> {
  checkPeriod(query);
  await cadreOf(deps.db.prisma, actor, query.cadreId);
  const { prisma, pool } = deps.db;
  const post = await prisma.assignment.findFirst({
    where: {
      ...{ cadreId: query.cadreId, state: 'inForce', startsOn: { lte: toDate(query.startsOn) } },
      OR: [{ endsOn: null }, { endsOn: { gte: toDate(query.startsOn) } }],
    },
    select: { batchId: true },
  });
  const batchId = post?.batchId ?? null;
  const policy = (await readPolicies(prisma, [batchId], deps.today()))(batchId);
  const headDays = policy.number('attendance.headApprovesLeaveDays');
  const { workdays, ...rest } = await reckonedBy(pool, query.cadreId, query);
  return {
    workdays,
    ...{ decidedBy: whoDecides(workdays, headDays), headDays },
    headBasis: policy.basis('attendance.headApprovesLeaveDays'),
    ...rest,
  };
}

function checkPeriod({ startsOn, endsOn, startsAtNoon, endsAtNoon }: Omit<Period, 'kind'>): void {
  const faults: Fault[] = [];
  const days = daysBetween(startsOn, endsOn);
  const at = (code: string, zh: string, en: string) =>
    faults.push({ path: 'endsOn', code, message: { zh, en } });
  if (days < 0)
    at('periodReversed', '结束日期早于开始日期。', 'The last day lies before the first.');
  if (days >= longest)
    at('tooLong', '一次请假不超过一年，请核对。', 'At most a year; please check.');
  if (days === 0 && startsAtNoon && endsAtNoon) {
    at('noDay', '同一天不能从下午起又到上午止。', 'One day can’t begin at noon and end at noon.');
  }
  if (faults.length > 0) throw invalid(faults);
}

const noWorkdays: Fault = {
  path: 'endsOn',
  code: 'noWorkdays',
  message: {
    zh: '这几天都是休息日，不需要请假。',
    en: 'These are days of rest; no leave is needed.',
  },
};

async function cadreOf(client: PrismaClient | Tx, actor: Actor, id: string) {
  const reach = scopeWhere(scopeFor(actor, 'leaves.ask', 'cadres'), 'cadres');
  const cadre = await client.cadre.findFirst({
    where: { AND: [{ id }, reach] },
    select: { name: true },
  });
  if (!cadre) throw notFound();
  return cadre;
}

async function checkPost(tx: Tx, actor: Actor, cadreId: string, day: PlainDate): Promise<void> {
  const post = await postOn(tx, cadreId, day);
  if (post && reachesTownship(actor, 'leaves.ask', post.townshipId)) return;
  throw ruleViolated([
    {
      path: 'startsOn',
      code: 'notInPost',
      message: {
        zh: `此人${day}不在本镇街任职，由任职所在镇街办理请假。`,
        en: `Not in post in your township on ${day}; the township of the post asks.`,
      },
      basis: byReading,
      remedy: null,
    },
  ]);
}

/** Names the leave that is in the way; the database refuses two at once in any case. */
async function refuseOverlap(tx: Tx, cadreId: string, period: Period): Promise<void> {
  const [other] = await tx.$queryRaw<
    { startsOn: PlainDate; endsOn: PlainDate; kind: Input['kind'] }[]
  >`
    SELECT starts_on::text AS "startsOn", coalesce(last_day, ends_on)::text AS "endsOn",
      kind::text AS kind
    FROM leave WHERE cadre_id = ${cadreId}::uuid AND state IN ('asked', 'approved', 'ended')
      AND starts_on <= ${period.endsOn}::date AND coalesce(last_day, ends_on) >= ${period.startsOn}::date
      AND coalesce(last_day, ends_on) >= starts_on
    ORDER BY starts_on LIMIT 1`;
  if (!other) return;
  const { zh, en } = markWords[other.kind];
  throw new ApiError('conflict', {
    detail: {
      zh: `${spanOf(other)}已有${zh}，同一时间只能有一次请假。`,
      en: `There is leave already (${en}, ${other.startsOn} to ${other.endsOn}); one at a time.`,
    },
  });
}

function reckoned(tx: Tx, cadreId: string, period: Period) {
  return reckonedBy(runnerOf(tx), cadreId, period);
}

async function reckonedBy(
  runner: Parameters<typeof readLeaveYears>[0],
  cadreId: string,
  period: Period,
) {
  const [from, to] = [Number(period.startsOn.slice(0, 4)), Number(period.endsOn.slice(0, 4))];
  const years = await readLeaveYears(runner, [cadreId], { from, to });
  const ofCadre = years.of(cadreId);
  const { kind } = period;
  const all = years.withLeave(cadreId, { ...period, state: 'asked' });
  const beyond =
    beyondDue(all.year(from), kind, ofCadre.due(from, kind)?.days ?? null, from) ??
    beyondDue(all.year(to), kind, ofCadre.due(to, kind)?.days ?? null, to);
  const due = ofCadre.due(from, kind);
  const year = ofCadre.year(from);
  return {
    workdays: workdaysOf(period, years.calendar),
    balance: {
      ...{ kind, due: due?.days ?? null, version: due?.version ?? 0 },
      ...{ taken: year.taken[kind] ?? 0, asked: year.asked[kind] ?? 0 },
    },
    beyond,
    needsReason: beyond !== null && kind === 'annualLeave',
  };
}
