import type { BodyOf } from '@xuanpai/contracts/endpoint';
import type {
  createEvaluationTeam,
  updateEvaluationTeam,
} from '@xuanpai/contracts/evaluation-teams';
import type { Tx } from '@xuanpai/database/transaction';
import { steppingBackFaults } from '@xuanpai/domain/evaluation/stepping-back';
import type { Actor } from '../../lib/actor.ts';
import { ApiError, invalid, notFound, ruleViolated } from '../../lib/api-error.ts';
import { difference, record } from '../../lib/audit.ts';
import type { Deps } from '../../lib/deps.ts';
import { readKeptApart } from '../../lib/evaluation/stepping-back.ts';
import { lockRow } from '../../lib/lock.ts';
import { runnerOf } from '../../lib/sql.ts';
import { checkVersion } from '../../lib/versions.ts';
import { writeAs } from '../../lib/write.ts';

interface TeamFacts {
  name: string;
  memberIds: string[];
  villageIds: string[];
}

/** Makes a team with evaluators and villages; gives its id. */
export function makeTeam(
  deps: Deps,
  actor: Actor,
  roundId: string,
  body: BodyOf<typeof createEvaluationTeam>,
): Promise<string> {
  return writeAs(deps, actor, async (tx) => {
    await holdOpen(tx, roundId);
    const facts = { ...body, memberIds: once(body.memberIds), villageIds: once(body.villageIds) };
    await refuse(tx, roundId, facts);
    const { id } = await tx.evaluationTeam.create({ data: { roundId, name: body.name } });
    await assign(tx, roundId, id, facts);
    const after = await told(tx, facts);
    record(tx, {
      ...{ action: 'evaluationTeam.create', entity: 'evaluationTeam', entityId: id },
      params: {
        name: body.name,
        members: facts.memberIds.length,
        villages: facts.villageIds.length,
      },
      changes: [{ entity: 'evaluationTeam', entityId: id, versionAfter: 1, before: null, after }],
    });
    return id;
  });
}

/** Changes who is in a team and what it has; what was entered stays with the names of who entered it. */
export function changeTeam(
  deps: Deps,
  actor: Actor,
  id: string,
  { version: seen, ...input }: BodyOf<typeof updateEvaluationTeam>,
): Promise<string> {
  return writeAs(deps, actor, async (tx) => {
    const team = await holdTeam(tx, id, seen);
    const before: TeamFacts = {
      name: team.name,
      memberIds: team.members.map(({ userId }) => userId),
      villageIds: team.villages.map(({ villageId }) => villageId),
    };
    const next = {
      name: input.name ?? before.name,
      memberIds: once(input.memberIds ?? before.memberIds),
      villageIds: once(input.villageIds ?? before.villageIds),
    };
    await refuse(tx, team.roundId, next);
    await tx.evaluationTeamMember.deleteMany({ where: { teamId: id } });
    await tx.evaluationTeamVillage.deleteMany({ where: { teamId: id } });
    await assign(tx, team.roundId, id, next);
    await tx.evaluationTeam.update({
      where: { id },
      data: { name: next.name, version: { increment: 1 } },
    });
    record(tx, {
      ...{ action: 'evaluationTeam.change', entity: 'evaluationTeam', entityId: id },
      params: { name: next.name, members: next.memberIds.length, villages: next.villageIds.length },
      changes: [
        {
          ...{ entity: 'evaluationTeam', entityId: id, versionAfter: team.version + 1 },
          ...difference(await told(tx, before), await told(tx, next)),
        },
      ],
    });
    return team.roundId;
  });
}

export function dropTeam(deps: Deps, actor: Actor, id: string, seen: number): Promise<void> {
  return writeAs(deps, actor, async (tx) => {
    const { name } = await holdTeam(tx, id, seen);
    await tx.evaluationTeam.delete({ where: { id } });
    record(tx, {
      ...{ action: 'evaluationTeam.remove', entity: 'evaluationTeam', entityId: id },
      params: { name },
      changes: [{ entity: 'evaluationTeam', entityId: id, before: { name }, after: null }],
    });
  });
}

const once = (ids: readonly string[]) => [...new Set(ids)].sort();

async function holdOpen(tx: Tx, roundId: string): Promise<void> {
  await lockRow(tx, 'evaluation_round', roundId);
  const round = await tx.evaluationRound.findUnique({ where: { id: roundId } });
  if (!round) throw notFound();
  if (round.status !== 'open') {
    throw new ApiError('conflict', {
      detail: { zh: '考核开始以后才能分组。', en: 'Teams are made once the round is open.' },
    });
  }
}

async function holdTeam(tx: Tx, id: string, seen: number) {
  const known = await tx.evaluationTeam.findUnique({ where: { id }, select: { roundId: true } });
  if (!known) throw notFound();
  await holdOpen(tx, known.roundId);
  await lockRow(tx, 'evaluation_team', id);
  const team = await tx.evaluationTeam.findUnique({
    where: { id },
    include: { members: true, villages: true },
  });
  if (!team) throw notFound();
  const { version, name } = team;
  const current = { id, version, name };
  await checkVersion(tx, { entity: 'evaluationTeam', id, version, current }, seen);
  return team;
}

/** Members hold the role, villages are of the round, and nobody gets whom they step back from (E8). */
async function refuse(
  tx: Tx,
  roundId: string,
  { memberIds, villageIds }: TeamFacts,
): Promise<void> {
  const evaluators = await tx.user.count({
    where: { id: { in: memberIds }, roles: { some: { role: 'evaluator' } } },
  });
  const villages = await tx.evaluationPerson.findMany({
    where: { roundId, villageId: { in: villageIds }, standing: 'evaluated' },
    select: { villageId: true },
    distinct: ['villageId'],
  });
  if (evaluators < memberIds.length) {
    const message = { zh: '其中有人不是考核人员。', en: 'Somebody isn’t an evaluator.' };
    throw invalid([{ path: 'memberIds', code: 'notEvaluator', message }]);
  }
  if (villages.length < villageIds.length) {
    const message = {
      zh: '其中有的村没有要考核的干部。',
      en: 'Some of the villages have nobody to be evaluated.',
    };
    throw invalid([{ path: 'villageIds', code: 'notInRound', message }]);
  }
  if (memberIds.length === 0 || villageIds.length === 0) return;
  const pairs = await readKeptApart(runnerOf(tx), roundId, memberIds, villageIds);
  const faults = steppingBackFaults(pairs, 'villageIds');
  if (faults.length > 0) throw ruleViolated(faults);
}

async function assign(
  tx: Tx,
  roundId: string,
  teamId: string,
  { memberIds, villageIds }: TeamFacts,
): Promise<void> {
  await tx.evaluationTeamMember.createMany({
    data: memberIds.map((userId) => ({ teamId, roundId, userId })),
  });
  // A village that another team had goes over.
  await tx.evaluationTeamVillage.deleteMany({ where: { roundId, villageId: { in: villageIds } } });
  await tx.evaluationTeamVillage.createMany({
    data: villageIds.map((villageId) => ({ teamId, roundId, villageId })),
  });
}

/** By name, as the log keeps it. */
async function told(tx: Tx, { name, memberIds, villageIds }: TeamFacts) {
  const users = await tx.user.findMany({
    where: { id: { in: memberIds } },
    select: { name: true },
  });
  const villages = await tx.village.findMany({
    where: { id: { in: villageIds } },
    select: { name: true },
    orderBy: { code: 'asc' },
  });
  const names = (found: readonly { name: string }[]) => found.map((one) => one.name);
  return { name, members: names(users).sort(), villages: names(villages) };
}
