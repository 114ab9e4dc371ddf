import type { QueryOf, ReplyOf } from '@xuanpai/contracts/endpoint';
import type { listEvaluations, Round, RoundCounts } from '@xuanpai/contracts/evaluations';
import { scoreWeightsSchema } from '@xuanpai/contracts/evaluations';
import { toPlainDate } from '@xuanpai/database/dates';
import type { Prisma } from '@xuanpai/database/generated/client';
import { stepsOf, weightsOf } from '@xuanpai/domain/evaluation/rounds';
import { roundTemplates } from '@xuanpai/domain/letters/round-templates';
import type { Actor } from '../../lib/actor.ts';
import { notFound } from '../../lib/api-error.ts';
import type { Deps } from '../../lib/deps.ts';
import { peopleReached, roundsReached } from '../../lib/evaluation/reach.ts';
import { readPolicy } from '../../lib/policy.ts';
import { rows, sql, where } from '../../lib/sql.ts';
import { keptOf, readTemplatesInUse } from './round-templates.ts';

/** The rounds within reach, the newest first. */
export async function readRounds(
  deps: Deps,
  actor: Actor,
  { batchId, kind }: QueryOf<typeof listEvaluations>,
): Promise<ReplyOf<typeof listEvaluations>> {
  const conditions = [
    roundsReached(actor, 'evaluations.read'),
    ...(batchId ? [sql`r.batch_id = ${batchId}::uuid`] : []),
    ...(kind ? [sql`r.kind = ${kind}::evaluation_kind`] : []),
  ];
  const found = await rows<{ id: string }>(
    deps.db.pool,
    sql`SELECT r.id FROM evaluation_round r ${where(conditions)}
      ORDER BY r.ends_on DESC, r.kind DESC, r.id`,
  );
  const items = await presentRounds(
    deps,
    actor,
    found.map(({ id }) => id),
  );
  return { items, total: items.length };
}

/** A round within reach. Throws `notFound`. */
export async function readRound(deps: Deps, actor: Actor, id: string): Promise<Round> {
  const [found] = await rows<{ id: string }>(
    deps.db.pool,
    sql`SELECT r.id FROM evaluation_round r WHERE r.id = ${id}::uuid
      AND ${roundsReached(actor, 'evaluations.read')}`,
  );
  const [round] = found ? await presentRounds(deps, actor, [id]) : [];
  if (!round) throw notFound();
  return round;
}

async function presentRounds(deps: Deps, actor: Actor, ids: readonly string[]): Promise<Round[]> {
  const [found, counts, inUse] = await Promise.all([
    deps.db.prisma.evaluationRound.findMany({
      where: { id: { in: [...ids] } },
      include: {
        templates: { select: { kind: true, edition: true } },
        gradeSets: { orderBy: [{ tier: 'asc' }, { staffingType: 'asc' }] },
      },
    }),
    readCountsOf(deps, actor, ids),
    readTemplatesInUse(deps.db.prisma),
  ]);
  const byId = new Map(found.map((row) => [row.id, row]));
  const rounds: Round[] = [];
  for (const id of ids) {
    const row = byId.get(id);
    if (!row) continue;
    const templates = roundTemplates(keptOf(row.templates), inUse);
    rounds.push({
      ...{ ...(await presentRound(deps, row)), templates, counts: counts.get(id) ?? nobody },
    });
  }
  return rounds;
}

type Stored = Prisma.EvaluationRoundGetPayload<{ include: { gradeSets: true } }>;

/** A round's own facts. Until it is open, steps and weights are those that the policy has. */
export async function presentRound(
  { db }: Pick<Deps, 'db'>,
  row: Stored,
): Promise<Omit<Round, 'counts' | 'templates'>> {
  const { id, batchId, kind, year, name, status, ballotsTwice, questions, note, version } = row;
  const date = toPlainDate(row.date);
  const policy = status === 'draft' ? await readPolicy(db.prisma, batchId, date) : null;
  const weights = scoreWeightsSchema.nullable().parse(row.weights);
  return {
    ...{ id, batchId, kind, year, name, status, ballotsTwice, questions, note, version, date },
    ...{ startsOn: toPlainDate(row.startsOn), endsOn: toPlainDate(row.endsOn) },
    steps: policy ? stepsOf(policy) : row.steps,
    weights: policy ? weightsOf(policy) : weights,
    ownUnitStepsBack: policy ? policy.isOn('evaluation.ownUnitStepsBack') : row.ownUnitStepsBack,
    gradeSets: row.gradeSets.map(({ tier, staffingType, set }) => ({ tier, staffingType, set })),
    createdByName: row.createdByName,
    ...{ openedByName: row.openedByName, openedAt: row.openedAt?.toISOString() ?? null },
    ...{ closedByName: row.closedByName, closedAt: row.closedAt?.toISOString() ?? null },
  };
}

const nobody: RoundCounts = {
  ...{ people: 0, evaluated: 0, byUnit: 0, leftOut: 0, proposed: 0, checked: 0, decided: 0 },
  ...{ unitGraded: 0, villages: 0, visited: 0 },
};

async function readCountsOf({ db }: Deps, actor: Actor, ids: readonly string[]) {
  const found = await rows<RoundCounts & { id: string }>(
    db.pool,
    sql`SELECT p.round_id AS id, count(*)::int AS people,
        count(*) FILTER (WHERE p.standing = 'evaluated')::int AS evaluated,
        count(*) FILTER (WHERE p.standing = 'byUnit')::int AS "byUnit",
        count(*) FILTER (WHERE p.standing = 'leftOut')::int AS "leftOut",
        count(*) FILTER (WHERE p.state <> 'entering')::int AS proposed,
        count(*) FILTER (WHERE p.state IN ('checked', 'decided'))::int AS checked,
        count(*) FILTER (WHERE p.state = 'decided')::int AS decided,
        count(*) FILTER (WHERE p.unit_grade IS NOT NULL)::int AS "unitGraded",
        count(DISTINCT p.village_id) FILTER (WHERE p.standing = 'evaluated')::int AS villages,
        count(DISTINCT s.village_id) FILTER (WHERE s.held_on IS NOT NULL AND p.standing = 'evaluated')::int AS visited
      FROM evaluation_person p
        LEFT JOIN evaluation_visit s ON s.round_id = p.round_id AND s.village_id = p.village_id
      WHERE p.round_id = ANY(${[...ids]}::uuid[]) AND ${peopleReached(actor, 'evaluations.read')}
      GROUP BY p.round_id`,
  );
  return new Map(found.map(({ id, ...counts }) => [id, counts]));
}
