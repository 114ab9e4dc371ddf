import type { ReplyOf } from '@xuanpai/contracts/endpoint';
import type { getHome } from '@xuanpai/contracts/home';
import { may, type Permission } from '@xuanpai/contracts/permissions';
import { taskWithoutBatch, waitingTasks } from '@xuanpai/domain/waiting-tasks';
import type { Actor } from '../../lib/actor.ts';
import type { Deps } from '../../lib/deps.ts';
import { type BatchRecord, batchRecord, readBatch } from '../../lib/records/batch.ts';
import { readActivity } from './activity.ts';
import { coveredVillages } from './covered.ts';
import { readStanding } from './standing.ts';

type Home = ReplyOf<typeof getHome>;

const noFigures: Home['figures'] = {
  villages: 0,
  covered: 0,
  nominees: 0,
  placeable: 0,
  notEligible: 0,
  places: 0,
  assignments: 0,
  users: 0,
};

/** What waits for somebody, how the batch stands from where they look, and what happened. */
export async function readHome(deps: Deps, actor: Actor, batchId: string | null): Promise<Home> {
  const can = (permission: Permission) => may(actor.roles, permission);
  if (!can('batches.read')) return homeOfAccounts(deps, can('users.manage'));
  const batch = await batchOf(deps, batchId);
  const { since, activity } = await readActivity(deps, actor);
  if (!batch) {
    const tasks = can('batches.write') ? [taskWithoutBatch('createBatch')] : [];
    return { batchId: null, tasks, figures: noFigures, planStatus: null, since, activity };
  }
  const standing = await readStanding(deps, actor, batch);
  // Of a closed batch nothing can be done any more.
  const closing = await deps.db.prisma.batchClosing.findUnique({ where: { batchId: batch.id } });
  const { nominees, villages } = standing;
  return {
    batchId: batch.id,
    tasks: closing ? [] : waitingTasks(standing, can, deps.today()),
    figures: {
      ...noFigures,
      villages: villages.length,
      covered: await coveredVillages(deps, batch, standing),
      nominees: nominees.length,
      placeable: standing.placeable,
      notEligible: nominees.filter(({ judgement }) => judgement === 'notEligible').length,
      places: standing.places || nominees.length,
      assignments: standing.assignments,
    },
    planStatus: can('plans.read') ? (standing.plan?.status ?? null) : null,
    since,
    activity,
  };
}

/** The batch asked for, else the latest; null where there is none. */
async function batchOf({ db }: Deps, batchId: string | null): Promise<BatchRecord | null> {
  if (batchId) return readBatch(db.prisma, batchId);
  const latest = await db.prisma.batch.findFirst({ orderBy: [{ date: 'desc' }, { id: 'desc' }] });
  return latest ? batchRecord(latest) : null;
}

/** Administrators see accounts only, auditors the log only. */
async function homeOfAccounts({ db }: Deps, managesUsers: boolean): Promise<Home> {
  const users = managesUsers ? await db.prisma.user.count() : 0;
  const tasks = managesUsers && users === 1 ? [taskWithoutBatch('createUsers')] : [];
  const figures = { ...noFigures, users };
  return { batchId: null, tasks, figures, planStatus: null, since: null, activity: [] };
}
