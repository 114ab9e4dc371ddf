import type { BodyOf } from '@xuanpai/contracts/endpoint';
import type { addPayment, createProject, updateProject } from '@xuanpai/contracts/projects';
import type { PlainDate } from '@xuanpai/contracts/values';
import { toDate, toPlainDate } from '@xuanpai/database/dates';
import type { Tx } from '@xuanpai/database/transaction';
import { earliestProjectMoney } from '@xuanpai/domain/benefits/earliest';
import { dayFaults } from '@xuanpai/domain/office/day-bounds';
import type { Actor } from '../../../lib/actor.ts';
import { type Fault, invalid, notFound, ruleViolated } from '../../../lib/api-error.ts';
import { difference } from '../../../lib/audit.ts';
import type { Deps } from '../../../lib/deps.ts';
import { searchKeyOf } from '../../../lib/records/search-key.ts';
import { refuse } from '../../../lib/refuse.ts';
import { scopeFor, scopeWhere } from '../../../lib/scope.ts';
import { writeAs } from '../../../lib/write.ts';
import { byReading, type HeldProject, holdProject, noteProject } from './hold.ts';
import {
  loggedParts,
  milestoneFaults,
  sourceFaults,
  writeMilestones,
  writeSources,
} from './parts.ts';

/** Enters a project of a village of the own reach; gives its id. */
export function addProject(
  deps: Deps,
  actor: Actor,
  { villageId, name, kind, purpose, sources, milestones }: BodyOf<typeof createProject>,
): Promise<string> {
  return writeAs(deps, actor, async (tx) => {
    const reach = scopeWhere(scopeFor(actor, 'support.write', 'villages'), 'villages');
    const village = await tx.village.findFirst({
      where: { AND: [{ id: villageId }, reach] },
      select: { name: true },
    });
    if (!village) throw notFound();
    refuse([
      ...(await sourceFaults(tx, villageId, sources)),
      ...milestoneFaults(milestones, deps.today()),
    ]);
    const made = await tx.project.create({
      data: {
        ...{ villageId, name, kind, purpose, version: 0 },
        searchKey: searchKeyOf(name, 'place'),
        ...{ createdById: actor.userId, createdByName: actor.name },
      },
    });
    await writeSources(tx, made, sources);
    await writeMilestones(tx, made.id, milestones);
    await addEvent(tx, actor, made.id, { act: 'create', state: 'planned', day: deps.today() });
    const after = { name, kind, purpose, ...(await loggedParts(tx, made.id)) };
    await noteProject(tx, 'project.create', { ...made, village }, { before: null, after });
    return made.id;
  });
}

/** Changes a project's facts, and makes its sources and milestones those that are given. */
export function changeProject(
  deps: Deps,
  actor: Actor,
  id: string,
  { version, sources, milestones, ...facts }: BodyOf<typeof updateProject>,
): Promise<void> {
  return writeAs(deps, actor, async (tx) => {
    const project = await holdProject(tx, actor, 'support.write', id, version);
    if (project.state === 'accepted') throw accepted();
    refuse([
      ...(sources ? await sourceFaults(tx, project.villageId, sources) : []),
      ...milestoneFaults(milestones ?? [], deps.today()),
    ]);
    const before = { ...factsOf(project), ...(await loggedParts(tx, id)) };
    if (sources) refuse(await writeSources(tx, project, sources));
    if (milestones) await writeMilestones(tx, id, milestones);
    const { name = project.name } = facts;
    await tx.project.update({
      where: { id },
      data: { ...facts, searchKey: searchKeyOf(name, 'place') },
    });
    const after = { ...factsOf({ ...project, ...facts }), ...(await loggedParts(tx, id)) };
    await noteProject(tx, 'project.update', { ...project, name }, difference(before, after));
  });
}

/** Enters money that came in or went out on a day that has been. */
export function pay(
  deps: Deps,
  actor: Actor,
  id: string,
  body: BodyOf<typeof addPayment>,
): Promise<void> {
  const { version, kind, sourceId = null, paidOn, amount, voucher, note = null } = body;
  return writeAs(deps, actor, async (tx) => {
    const project = await holdProject(tx, actor, 'support.write', id, version);
    refuse(await paymentFaults(deps, tx, project, body));
    await tx.projectPayment.create({
      data: {
        ...{ projectId: id, kind, sourceId, paidOn: toDate(paidOn), amount, voucher },
        ...{ note: note || null, enteredByName: actor.name },
      },
    });
    const after = { payment: { kind, paidOn, amount, voucher } };
    const params = { kind, amount, day: paidOn };
    await noteProject(tx, 'project.pay', project, { before: null, after }, params);
  });
}

async function paymentFaults(
  { today }: Deps,
  tx: Tx,
  { id: projectId, villageId }: HeldProject,
  { kind, sourceId, paidOn }: BodyOf<typeof addPayment>,
): Promise<Fault[]> {
  const at = (path: string, code: string, zh: string, en: string): Fault => ({
    ...{ path, code, message: { zh, en } },
  });
  const known = sourceId
    ? (await tx.projectSource.count({ where: { id: sourceId, projectId } })) > 0
    : false;
  return [
    ...dayFaults('paidOn', paidOn, today(), earliestProjectMoney(await firstBatch(tx, villageId))),
    ...(kind === 'received' && !known
      ? [
          at(
            'sourceId',
            'sourceMissing',
            '请选到位资金的来源。',
            'Choose where the money came from.',
          ),
        ]
      : []),
    ...(kind === 'spent' && sourceId
      ? [at('sourceId', 'sourceNotExpected', '支出不选来源。', 'What is spent has no source.')]
      : []),
  ];
}

/** The first batch that sends to a village. */
async function firstBatch(tx: Tx, villageId: string): Promise<{ date: PlainDate } | null> {
  const batch = await tx.batch.findFirst({
    where: { villages: { some: { villageId } } },
    orderBy: { date: 'asc' },
  });
  return batch && { date: toPlainDate(batch.date) };
}

/** Takes away a payment that was entered by mistake, until the project is accepted. */
export function takeBackPayment(
  deps: Deps,
  actor: Actor,
  { id, paymentId }: { id: string; paymentId: string },
  version: number,
): Promise<void> {
  return writeAs(deps, actor, async (tx) => {
    const project = await holdProject(tx, actor, 'support.write', id, version);
    const payment = await tx.projectPayment.findFirst({ where: { id: paymentId, projectId: id } });
    if (!payment) throw notFound();
    if (project.state === 'accepted') throw accepted();
    await tx.projectPayment.delete({ where: { id: paymentId } });
    const { kind, voucher } = payment;
    const [amount, paidOn] = [payment.amount.toFixed(2), toPlainDate(payment.paidOn)];
    const before = { payment: { kind, paidOn, amount, voucher } };
    const params = { kind, amount, day: paidOn };
    await noteProject(tx, 'project.removePayment', project, { before, after: null }, params);
  });
}

export function addEvent(
  tx: Tx,
  actor: Actor,
  projectId: string,
  event: {
    act: 'create' | 'begin' | 'finish' | 'rework' | 'accept' | 'stop' | 'resume';
    state: HeldProject['state'];
    day: PlainDate;
    text?: string;
  },
) {
  const { act, state, day, text = null } = event;
  return tx.projectEvent.create({
    data: {
      ...{ projectId, act, state, day: toDate(day), text },
      ...{ byId: actor.userId, byName: actor.name },
    },
  });
}

const factsOf = ({ name, kind, purpose }: Pick<HeldProject, 'name' | 'kind' | 'purpose'>) => ({
  ...{ name, kind, purpose },
});

export function accepted() {
  return ruleViolated([
    {
      ...{ path: 'version', code: 'projectAccepted', basis: byReading },
      message: {
        zh: '项目已验收，来源、节点和已登的资金不能再改；后来支付的可以补登。',
        en: 'The project is accepted: its sources, milestones and payments stay; what is paid later is added.',
      },
    },
  ]);
}

/** Throws where a day that is told lies ahead. */
export function checkDay(day: string, today: string): void {
  if (day <= today) return;
  const message = { zh: '日期晚于今天。', en: 'The day lies ahead.' };
  throw invalid([{ path: 'day', code: 'ahead', message }]);
}
