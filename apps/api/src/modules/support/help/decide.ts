import type { BodyOf } from '@xuanpai/contracts/endpoint';
import type { decideHelp, dropHelp } from '@xuanpai/contracts/help';
import type { HelpAct } from '@xuanpai/contracts/support-words';
import { helpSteps } from '@xuanpai/domain/support/help';
import type { Actor } from '../../../lib/actor.ts';
import { ruleViolated } from '../../../lib/api-error.ts';
import type { Deps } from '../../../lib/deps.ts';
import { writeAs } from '../../../lib/write.ts';
import { byReading, checkStep, type HeldHelp, holdHelp, noteHelp } from './hold.ts';

type Seen = Pick<BodyOf<typeof dropHelp>, 'version'> & { reason?: string };

/** Confirms what was reported, or returns it with a reason: somebody else than who reported it. */
export function decide(
  deps: Deps,
  actor: Actor,
  id: string,
  input: BodyOf<typeof decideHelp>,
): Promise<void> {
  if (input.confirm) return take(deps, actor, 'confirm', id, { version: input.version });
  const { version, reason } = input;
  return take(deps, actor, 'return', id, { version, reason });
}

/** Takes back a report before it is decided on. */
export function takeBack(deps: Deps, actor: Actor, id: string, seen: Seen): Promise<void> {
  return take(deps, actor, 'withdraw', id, seen);
}

/** Gives up a promise, with the reason. */
export function drop(deps: Deps, actor: Actor, id: string, seen: Seen): Promise<void> {
  return take(deps, actor, 'drop', id, seen);
}

/** Takes confirmed help up again, with the reason: it is reported anew. */
export function reopen(deps: Deps, actor: Actor, id: string, seen: Seen): Promise<void> {
  return take(deps, actor, 'reopen', id, seen);
}

function take(
  deps: Deps,
  actor: Actor,
  act: Exclude<HelpAct, 'promise' | 'report'>,
  id: string,
  { version, reason }: Seen,
): Promise<void> {
  const { by, to } = helpSteps[act];
  return writeAs(deps, actor, async (tx) => {
    const permission = by === 'support.confirm' ? by : 'support.report';
    const help = await holdHelp(tx, actor, permission, id, version);
    checkStep(help, act);
    const decided = act === 'confirm' || act === 'return';
    if (decided) checkOther(actor, help);
    if (act === 'withdraw') checkOwn(actor, help);
    const versionAfter = help.version + 1;
    await tx.help.update({
      where: { id },
      data: {
        ...{ state: to, reason: reason ?? null, version: versionAfter },
        ...(decided
          ? { decidedById: actor.userId, decidedByName: actor.name, decidedAt: new Date() }
          : {}),
      },
    });
    await noteHelp(tx, actor, act, help, {
      ...{ versionAfter, state: to, ...(reason ? { text: reason } : {}) },
      ...{ before: { state: help.state }, after: { state: to, reason: reason ?? null } },
    });
  });
}

function checkOther(actor: Actor, { reportedById }: HeldHelp): void {
  if (reportedById === null || reportedById !== actor.userId) return;
  throw ruleViolated([
    {
      ...{ path: 'confirm', code: 'ownReport', basis: byReading },
      message: {
        zh: '上报和确认不能是同一人，请由他人办理。',
        en: 'Whoever reported it doesn’t confirm it; have somebody else do it.',
      },
    },
  ]);
}

function checkOwn(actor: Actor, { reportedById }: HeldHelp): void {
  if (reportedById !== null && reportedById === actor.userId) return;
  throw ruleViolated([
    {
      ...{ path: 'version', code: 'othersReport', basis: byReading },
      message: {
        zh: '由上报的人撤回；镇街可以退回。',
        en: 'Whoever reported it takes it back; the township may return it.',
      },
    },
  ]);
}
