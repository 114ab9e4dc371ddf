import { may } from '@xuanpai/contracts/permissions';
import { toDate } from '@xuanpai/database/dates';
import type { BatchStanding } from '@xuanpai/domain/batch-standing';
import { isPlaceable, isPresumed } from '@xuanpai/domain/eligibility';
import { nothingWanted } from '@xuanpai/domain/supervision/waiting';
import type { Actor } from '../../lib/actor.ts';
import { readOpenAppraisals } from '../../lib/appraisals/waiting.ts';
import { readContradicted } from '../../lib/attendance/contradicted-findings.ts';
import { readOpenSheets } from '../../lib/attendance/open-sheets.ts';
import { countLeavesToEnd, readLeavesToDecide } from '../../lib/attendance/waiting-leaves.ts';
import { readBenefitsWanting } from '../../lib/benefits/waiting.ts';
import type { Deps } from '../../lib/deps.ts';
import { readGradesWanting } from '../../lib/evaluation/waiting-grades.ts';
import { readOpenRounds } from '../../lib/evaluation/waiting-villages.ts';
import { readPolicy } from '../../lib/policy.ts';
import type { BatchRecord } from '../../lib/records/batch.ts';
import { readBatchVillages, type VillageOfBatch } from '../../lib/records/batch-villages.ts';
import { readNominations } from '../../lib/records/nominations.ts';
import { readTrainedCadres } from '../../lib/records/trained-cadres.ts';
import { readWarnings } from '../../lib/records/warnings.ts';
import { scopeFor, scopeSql, scopeWhere } from '../../lib/scope.ts';
import { sql } from '../../lib/sql.ts';
import { readSupervision } from '../../lib/supervision/waiting.ts';
import { readHelpOverdue, readHelpToDecide } from '../../lib/support/waiting-help.ts';
import { readOpenReports } from '../../lib/targets/waiting.ts';

export interface Standing extends BatchStanding {
  villages: VillageOfBatch[];
}

/** How the batch stands for the actor: only rows within reach, and nothing that their role can't read. */
export async function readStanding(
  deps: Deps,
  actor: Actor,
  batch: BatchRecord,
): Promise<Standing> {
  const { db } = deps;
  const policy = await readPolicy(db.prisma, batch.id, batch.date);
  const [nominations, villages, unitsWithoutContacts, assignments, plan] = await Promise.all([
    readNominees(deps, actor, batch, policy),
    may(actor.roles, 'coverage.read') ? readBatchVillages(db.pool, batch, policy) : [],
    countUnitsWithoutContacts(deps, actor),
    db.prisma.assignment.count({
      where: {
        AND: [
          // As issued: what changes of posts made later is the same places again.
          { batchId: batch.id, madeBy: null },
          scopeWhere(scopeFor(actor, 'assignments.read', 'assignments'), 'assignments'),
        ],
      },
    }),
    readPlan(deps, batch.id),
  ]);
  return {
    date: batch.date,
    policy,
    villages,
    nominees: nominations.map(({ name, tier, judgement, findings }) => ({
      name,
      tier,
      judgement,
      presumed: isPresumed(findings),
    })),
    placeable: nominations.filter(({ judgement }) => isPlaceable(judgement)).length,
    places: villages.reduce((sum, { places }) => sum + places, 0),
    villagesWithoutTier: villages.filter(({ tier }) => tier === null).map(({ name }) => name),
    missingRegisters: await missingRegisters(deps, actor, villages.length, nominations),
    unitsWithoutContacts,
    assignments,
    plan,
    supervision: may(actor.roles, 'inspections.read')
      ? await readSupervision(deps, actor, policy)
      : nothingWanted,
    life: plan?.status === 'issued' ? await readPostsWanting(deps, actor, batch) : null,
  };
}

/** Vacant posts, terms that end, arrivals not on record, people in two batches, leave: today, within reach. */
async function readPostsWanting(
  deps: Deps,
  actor: Actor,
  batch: BatchRecord,
): Promise<NonNullable<BatchStanding['life']>> {
  const on = deps.today();
  const { vacant, endingSoon, inSeveralBatches } = await readWarnings(deps, actor, batch, on);
  const unreported = await deps.db.prisma.assignment.count({
    where: {
      AND: [
        { batchId: batch.id, state: 'inForce', startsOn: { lte: toDate(on) } },
        { OR: [{ endsOn: null }, { endsOn: { gte: toDate(on) } }] },
        { events: { none: { kind: 'reported', undoneAt: null } } },
        scopeWhere(scopeFor(actor, 'assignments.record', 'assignments'), 'assignments'),
      ],
    },
  });
  return {
    vacant: vacant.map(({ villageName, days }) => ({ village: villageName, days })),
    ending: endingSoon.map(({ cadreName, daysLeft }) => ({ name: cadreName, daysLeft })),
    hasTermRound:
      (await deps.db.prisma.evaluationRound.count({
        where: { batchId: batch.id, kind: 'term' },
      })) > 0,
    unreported,
    inSeveralBatches: inSeveralBatches.map(({ cadreName }) => cadreName),
    leavesToDecide: (await readLeavesToDecide(deps, actor)).map(({ cadreName }) => cadreName),
    leavesToEnd: await countLeavesToEnd(deps, actor),
    findingsToSettle: await readFindingsToSettle(deps, actor),
    untrained: await readUntrained(deps, actor, batch),
    help: {
      toConfirm: await readHelpToDecide(deps, actor),
      overdue: await readHelpOverdue(deps, actor),
    },
    benefits: await readBenefitsWanting(deps, actor, batch),
    sheets: await readOpenSheets(deps, actor),
    grades: await readGradesWanting(deps, actor, batch.id),
    appraisals: await readOpenAppraisals(deps, actor, batch),
    reports: await readOpenReports(deps, actor, batch),
    rounds: await readOpenRounds(deps, actor, batch.id),
  };
}

/** Who should have been trained by today, for those who train them. */
async function readUntrained(deps: Deps, actor: Actor, batch: BatchRecord): Promise<string[]> {
  if (!may(actor.roles, 'trainings.write')) return [];
  const { people } = await readTrainedCadres(deps, actor, batch.id);
  return people.filter(({ state }) => state === 'late').map(({ name }) => name);
}

/** Whose day an inspector saw otherwise than it is logged; what the actor entered is for others. */
async function readFindingsToSettle({ db }: Deps, actor: Actor): Promise<string[]> {
  const scope = scopeFor(actor, 'spotChecks.resolve', 'assignments');
  if (scope === 'none') return [];
  const open = await readContradicted(db.pool, scopeSql(scope, 'assignments'));
  return open
    .filter(({ enteredById }) => enteredById === null || enteredById !== actor.userId)
    .map(({ cadreName }) => cadreName);
}

type Nominations = Awaited<ReturnType<typeof readNominations>>;

async function readNominees(
  { db }: Deps,
  actor: Actor,
  batch: BatchRecord,
  policy: BatchStanding['policy'],
): Promise<Nominations> {
  const scope = scopeFor(actor, 'nominations.read', 'nominations');
  if (scope === 'none') return [];
  return readNominations(db.pool, batch, policy, [
    sql`n.state = 'active'`,
    scopeSql(scope, 'nominations'),
  ]);
}

function countUnitsWithoutContacts({ db }: Deps, actor: Actor) {
  const missing = { OR: [{ responsiblePerson: null }, { contactName: null }] };
  const reach = scopeWhere(scopeFor(actor, 'units.contact', 'units'), 'units');
  return db.prisma.unit.count({ where: { AND: [missing, reach] } });
}

/** The plan that went furthest; of drafts the one that was made last. */
async function readPlan({ db }: Deps, batchId: string): Promise<BatchStanding['plan']> {
  const plans = await db.prisma.plan.findMany({
    where: { batchId, status: { not: 'dropped' } },
    orderBy: { createdAt: 'desc' },
    select: { id: true, status: true },
  });
  const order = ['issued', 'confirmed', 'approved', 'draft'] as const;
  const status = order.find((one) => plans.some((plan) => plan.status === one));
  const plan = plans.find((one) => one.status === status);
  if (!plan || !status) return null;
  const filled = await db.prisma.planPlace.count({
    where: { planId: plan.id, cadreId: { not: null } },
  });
  return { id: plan.id, status, filled };
}

async function missingRegisters(
  { db }: Deps,
  { language }: Actor,
  villages: number,
  nominations: Nominations,
): Promise<string[]> {
  const units = await db.prisma.unit.count({ where: { kind: { not: 'townshipOffice' } } });
  const named = (tier: string) => nominations.some((nomination) => nomination.tier === tier);
  const registers = [
    [villages > 0, { zh: '村名册', en: 'the village register' }],
    [units > 0, { zh: '派出单位名册', en: 'the unit register' }],
    [named('district'), { zh: '区直人选花名册', en: "the district's nominees" }],
    [named('township'), { zh: '镇街人选花名册', en: "the townships' nominees" }],
  ] as const;
  return registers.filter(([there]) => !there).map(([, name]) => name[language]);
}
