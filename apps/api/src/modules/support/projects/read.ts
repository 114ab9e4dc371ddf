import type { QueryOf, ReplyOf } from '@xuanpai/contracts/endpoint';
import { may } from '@xuanpai/contracts/permissions';
import type {
  getProject,
  listProjects,
  Project,
  ProjectDetail,
  ProjectEvent,
  ProjectPayment,
  ProjectSource,
} from '@xuanpai/contracts/projects';
import type { PlainDate } from '@xuanpai/contracts/values';
import { fenOf } from '@xuanpai/domain/office/money';
import { milestoneState, projectActsFor, projectOddities } from '@xuanpai/domain/support/projects';
import type { Actor } from '../../../lib/actor.ts';
import type { Deps } from '../../../lib/deps.ts';
import { asOf } from '../../../lib/editions.ts';
import { type Seen, seenOn, until } from '../../../lib/known.ts';
import { type ListSql, readAll, readOne, readPage } from '../../../lib/list.ts';
import { rows, sql } from '../../../lib/sql.ts';
import { milestonesOn } from '../../../lib/support/on-day.ts';
import { reachesTownship } from '../../../lib/support/reach.ts';
import { projectList, type Query } from './list.ts';

type Totals = Pick<ReplyOf<typeof listProjects>, 'planned' | 'received' | 'spent'>;

export async function readProjects(
  { db, today }: Deps,
  actor: Actor,
  query: QueryOf<typeof listProjects>,
): Promise<ReplyOf<typeof listProjects>> {
  const { found, ...totals } = await readPage<Project, Totals>(
    db.pool,
    begun(actor, query, today()),
    query,
  );
  return { items: found, ...totals };
}

export function readAllProjects(
  { db, today }: Deps,
  actor: Actor,
  query: Query,
): Promise<Project[]> {
  return readAll<Project>(db.pool, begun(actor, query, today()));
}

/** Those that were there on the day asked for. */
function begun(actor: Actor, query: Query, today: PlainDate): ListSql {
  const list = projectList(actor, query, seenOn(query.on ?? today, today, query.known));
  return { ...list, conditions: [...list.conditions, sql`p.begun`] };
}

/** A project with all its parts. Throws `notFound` for one that isn't there or out of reach. */
export async function readProject(
  deps: Deps,
  actor: Actor,
  id: string,
  { on = deps.today(), known }: QueryOf<typeof getProject> = {},
): Promise<ProjectDetail> {
  const { pool, prisma } = deps.db;
  const seen = seenOn(on, deps.today(), known);
  const list = projectList(actor, { sort: 'name' }, seen);
  const project = await readOne<Project>(pool, list, sql`p.id = ${id}::uuid`);
  const [made, sources, payments, stages, events] = await Promise.all([
    prisma.project.findUniqueOrThrow({
      where: { id },
      select: { createdById: true, createdByName: true },
    }),
    readSources(deps, id, seen),
    readPayments(deps, id, seen),
    readMilestones(deps, id, seen),
    readEvents(deps, id, seen),
  ]);
  const { createdById, createdByName } = made;
  const accepted = events.findLast(({ state }) => state === 'accepted');
  const here = (permission: Parameters<typeof reachesTownship>[1]) =>
    may(actor.roles, permission) && reachesTownship(actor, permission, project.townshipId);
  const isOwn = createdById !== null && createdById === actor.userId;
  return {
    ...project,
    createdByName,
    acceptance: accepted?.text ?? null,
    acceptedByName: accepted?.byName ?? null,
    ...{ sources, payments, events },
    stages: stages.map((stage) => ({ ...stage, state: milestoneState(stage, on) })),
    oddities: projectOddities({
      planned: fenOf(project.planned),
      received: fenOf(project.received),
      spent: fenOf(project.spent),
    }),
    acts: projectActsFor(project.state, here, isOwn),
    changeable: here('support.write'),
  };
}

function readSources(
  { db }: Deps,
  projectId: string,
  { on, before }: Seen,
): Promise<ProjectSource[]> {
  return rows<ProjectSource>(
    db.pool,
    sql`SELECT s.id, s.kind, s.fund_id AS "fundId", s.unit_id AS "unitId",
        s.enterprise_id AS "enterpriseId",
        coalesce(u.name, e.name, f.year || '年 ' || f.source) AS name, s.note, s.planned::text AS planned,
        (SELECT coalesce(sum(m.amount), 0)::numeric(14, 2)::text FROM ${asOf('project_payment', before)} m
          WHERE m.source_id = s.id AND m.paid_on <= ${on}::date) AS received
      FROM ${asOf('project_source', before)} s LEFT JOIN unit u ON u.id = s.unit_id
        LEFT JOIN enterprise e ON e.id = s.enterprise_id 
        LEFT JOIN ${asOf('village_fund', before)} f ON f.id = s.fund_id
      WHERE s.project_id = ${projectId}::uuid ORDER BY s.kind, s.id`,
  );
}

async function readPayments(
  { db }: Deps,
  projectId: string,
  { on, before }: Seen,
): Promise<ProjectPayment[]> {
  const found = await rows<Omit<ProjectPayment, 'enteredAt'> & { enteredAt: Date }>(
    db.pool,
    sql`SELECT m.id, m.kind, m.source_id AS "sourceId", m.paid_on AS "paidOn",
        m.amount::text AS amount, m.voucher, m.note, m.entered_by_name AS "enteredByName",
        m.entered_at AS "enteredAt"
      FROM ${asOf('project_payment', before)} m
      WHERE m.project_id = ${projectId}::uuid AND m.paid_on <= ${on}::date
      ORDER BY m.paid_on DESC, m.id DESC`,
  );
  return found.map((row) => ({ ...row, enteredAt: row.enteredAt.toISOString() }));
}

function readMilestones({ db }: Deps, projectId: string, seen: Seen) {
  return rows<{ id: string; name: string; dueOn: PlainDate; doneOn: PlainDate | null }>(
    db.pool,
    sql`SELECT m.id, m.name, m.due_on AS "dueOn", m.done_on AS "doneOn" FROM ${milestonesOn(seen)} m
      WHERE m.project_id = ${projectId}::uuid ORDER BY m.due_on, m.id`,
  );
}

async function readEvents(
  { db }: Deps,
  projectId: string,
  { on, before }: Seen,
): Promise<ProjectEvent[]> {
  const found = await rows<Omit<ProjectEvent, 'at'> & { at: Date }>(
    db.pool,
    sql`SELECT e.id, e.act, e.state, e.day, e.text, e.by_name AS "byName", e.at
      FROM project_event e WHERE e.project_id = ${projectId}::uuid AND e.day <= ${on}::date
        AND ${until('e.at', before)} ORDER BY e.at, e.id`,
  );
  return found.map((row) => ({ ...row, at: row.at.toISOString() }));
}
