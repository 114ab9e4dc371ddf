import type { BodyOf } from '@xuanpai/contracts/endpoint';
import type {
  addLeader,
  changeLeader,
  changeLink,
  enterLeaderVisit,
  linkVillage,
} from '@xuanpai/contracts/leader-links';
import { toDate, toPlainDate } from '@xuanpai/database/dates';
import type { Tx } from '@xuanpai/database/transaction';
import type { Actor } from '../../lib/actor.ts';
import { invalid, notFound } from '../../lib/api-error.ts';
import { difference, record } from '../../lib/audit.ts';
import type { Deps } from '../../lib/deps.ts';
import { lockRow } from '../../lib/lock.ts';
import { readLatestPolicy } from '../../lib/policy.ts';
import { checkVersion } from '../../lib/versions.ts';
import { writeAs } from '../../lib/write.ts';
import { createIssue } from './issue-create.ts';

export function enterLeader(
  deps: Deps,
  actor: Actor,
  { username, ...input }: BodyOf<typeof addLeader>,
): Promise<string> {
  return writeAs(deps, actor, async (tx) => {
    const userId = await userOf(tx, username);
    const { id } = await tx.districtLeader.create({ data: { ...input, userId } });
    record(tx, {
      ...{ action: 'leader.add', entity: 'leader', entityId: id, params: { name: input.name } },
      changes: [
        {
          ...{ entity: 'leader', entityId: id, versionAfter: 1, before: null },
          after: { ...input, username },
        },
      ],
    });
    return id;
  });
}

export function editLeader(
  deps: Deps,
  actor: Actor,
  id: string,
  { version: seen, username, ...input }: BodyOf<typeof changeLeader>,
): Promise<void> {
  return writeAs(deps, actor, async (tx) => {
    await lockRow(tx, 'district_leader', id);
    const row = await tx.districtLeader.findUnique({ where: { id } });
    if (!row) throw notFound();
    const { version, name, position } = row;
    const was = { name, position };
    await checkVersion(
      tx,
      { entity: 'leader', id, version, current: { id, version, ...was } },
      seen,
    );
    const is = { ...was, ...input };
    const user = username === undefined ? {} : { userId: await userOf(tx, username) };
    await tx.districtLeader.update({
      where: { id },
      data: { ...is, ...user, version: { increment: 1 } },
    });
    record(tx, {
      ...{ action: 'leader.change', entity: 'leader', entityId: id, params: { name: is.name } },
      changes: [
        { entity: 'leader', entityId: id, versionAfter: version + 1, ...difference(was, is) },
      ],
    });
  });
}

/** The account of a leader by its name; null where there is none. */
async function userOf(tx: Tx, username: string | null): Promise<string | null> {
  if (username === null) return null;
  const user = await tx.user.findFirst({
    where: { username, roles: { some: { role: 'leader' } } },
    select: { id: true },
  });
  if (user) return user.id;
  const message = { zh: '没有这个区领导账号。', en: 'No leader has this account.' };
  throw invalid([{ path: 'username', code: 'unknownUser', message }]);
}

export function link(
  deps: Deps,
  actor: Actor,
  leaderId: string,
  { villageId, startsOn, ...input }: BodyOf<typeof linkVillage>,
): Promise<void> {
  return writeAs(deps, actor, async (tx) => {
    const leader = await tx.districtLeader.findUnique({ where: { id: leaderId } });
    const village = await tx.village.findUnique({ where: { id: villageId } });
    if (!leader || !village) throw notFound();
    const policy = await readLatestPolicy(tx, deps.today());
    const intervalDays = input.intervalDays ?? policy.number('deadline.leaderVisits');
    const { id } = await tx.leaderLink.create({
      data: { leaderId, villageId, intervalDays, startsOn: toDate(startsOn) },
    });
    record(tx, {
      ...{ action: 'leader.link', entity: 'leaderLink', entityId: id },
      params: { name: leader.name, village: village.name },
      changes: [
        {
          ...{ entity: 'leaderLink', entityId: id, versionAfter: 1, before: null },
          after: { village: village.name, intervalDays, startsOn },
        },
      ],
    });
  });
}

/** Changes the interval, or ends the link. Gives the leader. */
export function relink(
  deps: Deps,
  actor: Actor,
  id: string,
  { version: seen, ...input }: BodyOf<typeof changeLink>,
): Promise<string> {
  return writeAs(deps, actor, async (tx) => {
    await lockRow(tx, 'leader_link', id);
    const row = await tx.leaderLink.findUnique({
      where: { id },
      include: { leader: { select: { name: true } }, village: { select: { name: true } } },
    });
    if (!row) throw notFound();
    const { version, intervalDays } = row;
    const was = { intervalDays, endsOn: toPlainDate(row.endsOn) };
    await checkVersion(
      tx,
      { entity: 'leaderLink', id, version, current: { id, version, ...was } },
      seen,
    );
    const is = { ...was, ...input };
    if (is.endsOn !== null && is.endsOn < toPlainDate(row.startsOn)) {
      const message = { zh: '结束日期早于开始日期。', en: 'It ends before it begins.' };
      throw invalid([{ path: 'endsOn', code: 'periodReversed', message }]);
    }
    await tx.leaderLink.update({
      where: { id },
      data: {
        ...{ intervalDays: is.intervalDays, endsOn: toDate(is.endsOn) },
        version: { increment: 1 },
      },
    });
    record(tx, {
      ...{ action: 'leader.changeLink', entity: 'leaderLink', entityId: id },
      params: { name: row.leader.name, village: row.village.name },
      changes: [
        { entity: 'leaderLink', entityId: id, versionAfter: version + 1, ...difference(was, is) },
      ],
    });
    return row.leaderId;
  });
}

/** A visit with the questions raised, each with who answers and by when. Gives the inspection. */
export function visit(
  deps: Deps,
  actor: Actor,
  leaderId: string,
  { villageId, day, summary, questions }: BodyOf<typeof enterLeaderVisit>,
): Promise<string> {
  if (day > deps.today()) {
    const message = { zh: '调研日期晚于今天。', en: 'The day lies ahead.' };
    throw invalid([{ path: 'day', code: 'ahead', message }]);
  }
  return writeAs(deps, actor, async (tx) => {
    const leader = await tx.districtLeader.findUnique({ where: { id: leaderId } });
    const village = await tx.village.findUnique({ where: { id: villageId } });
    if (!leader || !village || !entersFor(actor, leader)) throw notFound();
    const { name, position } = leader;
    const subject = `${name}到${village.name}调研`;
    const { id } = await tx.inspection.create({
      data: {
        ...{ kind: 'leaderVisit', day: toDate(day), subject, team: `${position}${name}`, summary },
        ...{ leaderId, enteredById: actor.userId, enteredByName: actor.name },
        villages: { create: { villageId } },
      },
    });
    record(tx, {
      ...{ action: 'inspection.enter', entity: 'inspection', entityId: id },
      params: { name: subject, kind: 'leaderVisit', day, villages: 1 },
      changes: [
        {
          ...{ entity: 'inspection', entityId: id, versionAfter: 1, before: null },
          after: { kind: 'leaderVisit', day, subject, summary, villages: [village.name] },
        },
      ],
    });
    for (const [at, question] of questions.entries()) {
      await createIssue(
        tx,
        actor,
        { inspectionId: id, villageId, villageName: village.name, day },
        { ...question, kind: 'question', severity: 'minor' },
        `questions.${at}.`,
      );
    }
    return id;
  });
}

/** A leader's account enters the own visits alone. */
function entersFor(actor: Actor, { userId }: { userId: string | null }): boolean {
  if (actor.roles.some((role) => role !== 'leader' && helpers.has(role))) return true;
  return userId !== null && userId === actor.userId;
}

const helpers = new Set(['planner', 'office', 'inspector']);
