import type { BodyOf } from '@xuanpai/contracts/endpoint';
import type { changeHelp, enterHelp } from '@xuanpai/contracts/help';
import { toDate, toPlainDate } from '@xuanpai/database/dates';
import type { Tx } from '@xuanpai/database/transaction';
import { figureFaults } from '@xuanpai/domain/support/help';
import type { Actor } from '../../../lib/actor.ts';
import { type Fault, invalid, notFound, ruleViolated } from '../../../lib/api-error.ts';
import { difference } from '../../../lib/audit.ts';
import type { Deps } from '../../../lib/deps.ts';
import { refuse } from '../../../lib/refuse.ts';
import { reachesHelp } from '../../../lib/support/reach.ts';
import { writeAs } from '../../../lib/write.ts';
import { byReading, checkStep, type HeldHelp, holdHelp, names, noteHelp } from './hold.ts';
import { writeReport } from './report.ts';

type Input = BodyOf<typeof enterHelp>;

/** Enters a promise with its day, or what was done without one; gives the id. */
export function addHelp(deps: Deps, actor: Actor, input: Input): Promise<string> {
  return writeAs(deps, actor, async (tx) => {
    const { villageId, unitId = null, enterpriseId = null, done } = input;
    await checkReach(tx, actor, input);
    refuse(await inputFaults(tx, input));
    await checkPaired(tx, deps, input);
    const { kind, content, amount = null, quantity = null, dueOn, projectId = null } = input;
    const help = await tx.help.create({
      data: {
        ...{ villageId, unitId, enterpriseId, kind, content, projectId },
        // What was given without a promise is what was done.
        amount: amount ?? done?.amount ?? null,
        quantity: quantity ?? done?.quantity ?? null,
        dueOn: dueOn === undefined ? null : toDate(dueOn),
        ...{ enteredById: actor.userId, enteredByName: actor.name },
      },
      include: names,
    });
    const after = logged(help);
    const given = { versionAfter: 1, state: 'promised' as const, before: null, after };
    if (dueOn !== undefined || !done) await noteHelp(tx, actor, 'promise', help, given);
    if (done) await writeReport(deps, tx, actor, help, done);
    return help.id;
  });
}

/** Changes a promise until what was done is reported. */
export function changePromise(
  deps: Deps,
  actor: Actor,
  id: string,
  { version, ...changes }: BodyOf<typeof changeHelp>,
): Promise<void> {
  return writeAs(deps, actor, async (tx) => {
    const before = await holdHelp(tx, actor, 'support.report', id, version);
    checkStep(before, 'report');
    const { amount = before.amount?.toFixed(2) ?? null, quantity = before.quantity } = changes;
    const { projectId = before.projectId, content = before.content, dueOn } = changes;
    const { kind, villageId } = before;
    refuse([
      ...figureFaults({ kind, amount, quantity }),
      ...(await projectFaults(tx, { kind, villageId, projectId })),
    ]);
    const after = await tx.help.update({
      where: { id },
      data: {
        ...{ amount, quantity, projectId, content, version: { increment: 1 } },
        ...(dueOn === undefined ? {} : { dueOn: toDate(dueOn) }),
      },
      include: names,
    });
    await noteHelp(tx, actor, 'change', after, {
      ...{ versionAfter: after.version, state: after.state },
      ...difference(logged(before), logged(after)),
    });
  });
}

/** Throws `notFound` for a village or a unit that isn't there or isn't the own one. */
async function checkReach(tx: Tx, actor: Actor, { villageId, unitId, enterpriseId }: Input) {
  const village = await tx.village.findUnique({ where: { id: villageId } });
  const helper = unitId
    ? await tx.unit.findUnique({ where: { id: unitId } })
    : enterpriseId && (await tx.enterprise.findUnique({ where: { id: enterpriseId } }));
  if (!unitId === !enterpriseId) {
    const message = { zh: '请选一个单位或一个企业。', en: 'Choose a unit or an enterprise.' };
    throw invalid([{ path: 'unitId', code: 'oneHelper', message }]);
  }
  if (!village || !helper) throw notFound();
  const row = { townshipId: village.townshipId, unitId: unitId ?? null };
  if (!reachesHelp(actor, 'support.report', row)) throw notFound();
}

async function inputFaults(tx: Tx, input: Input): Promise<Fault[]> {
  const { kind, amount, quantity, dueOn, done, villageId, projectId = null } = input;
  return [
    ...(dueOn === undefined && !done
      ? [
          {
            ...{ path: 'dueOn', code: 'required' },
            message: { zh: '承诺请填完成期限。', en: 'A promise has a day.' },
          },
        ]
      : []),
    // What is done has its figures in `done`; a promise has its own.
    ...(done && amount === undefined
      ? figureFaults({ kind, amount: done.amount ?? null, quantity: quantity ?? null }, 'done.')
      : figureFaults({ kind, amount: amount ?? null, quantity: quantity ?? null })),
    ...(await projectFaults(tx, { kind, villageId, projectId })),
  ];
}

export async function projectFaults(
  tx: Tx,
  { kind, villageId, projectId }: Pick<HeldHelp, 'kind' | 'villageId' | 'projectId'>,
): Promise<Fault[]> {
  if (projectId === null) return [];
  const fault = (code: string, zh: string, en: string) => [
    { path: 'projectId', code, message: { zh, en } },
  ];
  if (kind !== 'project') {
    return fault(
      'projectNotExpected',
      '只有项目帮扶才选项目。',
      'Only help by a project names one.',
    );
  }
  const known = await tx.project.count({ where: { id: projectId, villageId } });
  if (known > 0) return [];
  return fault('projectMissing', '请选本村的项目。', 'Choose a project of the village.');
}

/** S1: units help the villages that they send to, enterprises those that they are paired with. */
async function checkPaired(tx: Tx, { today }: Deps, input: Input): Promise<void> {
  const { villageId, unitId, enterpriseId } = input;
  const startsOn = { lte: toDate(today()) };
  const count = unitId
    ? await tx.assignment.count({
        where: { villageId, state: 'inForce', startsOn, cadre: { unitId } },
      })
    : await tx.enterprisePairing.count({
        where: { villageId, enterpriseId: enterpriseId ?? '', startsOn },
      });
  if (count > 0) return;
  throw ruleViolated([
    unitId
      ? {
          ...{ path: 'villageId', code: 'notPaired' },
          message: {
            zh: '这个单位没有干部在该村任职。',
            en: 'The unit has had nobody in post in this village.',
          },
          basis: { kind: 'notice', source: '五（二）' },
        }
      : {
          ...{ path: 'enterpriseId', code: 'notPaired', basis: byReading },
          message: {
            zh: '这个企业没有与该村结对，请先登记结对。',
            en: 'The enterprise is not paired with this village; enter the pairing first.',
          },
        },
  ]);
}

export function logged(help: HeldHelp) {
  const { kind, content, amount, quantity, dueOn, state } = help;
  return {
    ...{ kind, content, quantity, state },
    amount: amount?.toFixed(2) ?? null,
    dueOn: dueOn === null ? null : toPlainDate(dueOn),
  };
}
