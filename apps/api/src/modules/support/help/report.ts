import type { BodyOf } from '@xuanpai/contracts/endpoint';
import type { GivenDone, reportHelp } from '@xuanpai/contracts/help';
import { toDate } from '@xuanpai/database/dates';
import type { Tx } from '@xuanpai/database/transaction';
import { fenOf, moneyText } from '@xuanpai/domain/office/money';
import { figureFaults, restOf } from '@xuanpai/domain/support/help';
import type { Actor } from '../../../lib/actor.ts';
import type { Fault } from '../../../lib/api-error.ts';
import type { Deps } from '../../../lib/deps.ts';
import { refuse } from '../../../lib/refuse.ts';
import { writeAs } from '../../../lib/write.ts';
import { checkStep, type HeldHelp, holdHelp, names, noteHelp } from './hold.ts';

/** Reports what was done of a promise, for the township to confirm. */
export function report(
  deps: Deps,
  actor: Actor,
  id: string,
  { version, ...done }: BodyOf<typeof reportHelp>,
): Promise<void> {
  return writeAs(deps, actor, async (tx) => {
    const help = await holdHelp(tx, actor, 'support.report', id, version);
    checkStep(help, 'report');
    await writeReport(deps, tx, actor, help, done);
  });
}

/** Writes what was done; the rest of what was promised, where there is one, becomes a promise of its own. */
export async function writeReport(
  deps: Deps,
  tx: Tx,
  actor: Actor,
  help: HeldHelp,
  done: GivenDone,
): Promise<void> {
  const { doneOn, amount = null, quantity = null, text, restDueOn } = done;
  const rest = restAfter(help, done);
  refuse([...doneFaults(deps, help, done), ...(await restFaults(tx, help, rest, restDueOn))]);
  const kept = restDueOn === undefined ? {} : { amount, quantity };
  const versionAfter = help.version + 1;
  await tx.help.update({
    where: { id: help.id },
    data: {
      ...{ state: 'reported', doneOn: toDate(doneOn), doneAmount: amount, doneQuantity: quantity },
      ...{ doneText: text, reason: null, ...kept, version: versionAfter },
      ...{ reportedById: actor.userId, reportedByName: actor.name, reportedAt: new Date() },
      ...{ decidedById: null, decidedByName: null, decidedAt: null },
    },
  });
  await noteHelp(tx, actor, 'report', help, {
    ...{ versionAfter, state: 'reported', text, before: { state: help.state } },
    after: { state: 'reported', doneOn, doneAmount: amount, doneQuantity: quantity },
  });
  if (restDueOn !== undefined) await promiseRest(tx, actor, help, rest, restDueOn);
}

interface Rest {
  fen: number;
  quantity: number;
}

function restAfter(help: HeldHelp, { amount, quantity }: GivenDone): Rest {
  const promised = help.amount === null ? null : fenOf(help.amount.toFixed(2));
  return {
    fen: restOf(promised, amount === undefined ? null : fenOf(amount)),
    quantity: restOf(help.quantity, quantity ?? null),
  };
}

function doneFaults({ today }: Deps, help: HeldHelp, { doneOn, amount, quantity }: GivenDone) {
  const { kind, projectId } = help;
  const faults: Fault[] = figureFaults({
    kind,
    ...{ amount: amount ?? null, quantity: quantity ?? null },
  });
  if (doneOn > today()) {
    const message = { zh: '办理日期晚于今天。', en: 'The day lies ahead.' };
    faults.push({ path: 'doneOn', code: 'ahead', message });
  }
  if (kind === 'project' && projectId === null) {
    faults.push({
      ...{ path: 'projectId', code: 'projectMissing' },
      message: {
        zh: '项目帮扶请先由镇街登记项目，再选这个项目；到位资金在项目里登记。',
        en: 'Help by a project names it: the township enters the project, and there what it received.',
      },
    });
  }
  return faults;
}

async function restFaults(
  tx: Tx,
  help: HeldHelp,
  rest: Rest,
  restDueOn: string | undefined,
): Promise<Fault[]> {
  if (restDueOn === undefined) return [];
  const at = (code: string, zh: string, en: string) => [
    { path: 'restDueOn', code, message: { zh, en } },
  ];
  if (rest.fen === 0 && rest.quantity === 0) {
    return at('noRest', '承诺已全部办完，没有余下的。', 'All of the promise is done.');
  }
  const known = await tx.help.count({ where: { restOfId: help.id } });
  if (known === 0) return [];
  return at('restThere', '余下部分已另列一项。', 'The rest is a promise of its own already.');
}

async function promiseRest(
  tx: Tx,
  actor: Actor,
  help: HeldHelp,
  rest: Rest,
  dueOn: NonNullable<GivenDone['restDueOn']>,
): Promise<void> {
  const { villageId, unitId, enterpriseId, kind, content, projectId } = help;
  const made = await tx.help.create({
    data: {
      ...{ villageId, unitId, enterpriseId, kind, content, projectId, restOfId: help.id },
      amount: rest.fen === 0 ? null : moneyText(rest.fen),
      quantity: rest.quantity === 0 ? null : rest.quantity,
      dueOn: toDate(dueOn),
      ...{ enteredById: actor.userId, enteredByName: actor.name },
    },
    include: names,
  });
  await noteHelp(tx, actor, 'promise', made, {
    ...{ versionAfter: 1, state: 'promised', before: null },
    after: { kind, content, amount: made.amount?.toFixed(2) ?? null, dueOn },
  });
}
