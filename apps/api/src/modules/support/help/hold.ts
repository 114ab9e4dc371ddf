import type { Basis } from '@xuanpai/contracts/problems';
import { type HelpAct, helpActWords, helpStateWords } from '@xuanpai/contracts/support-words';
import type { Json } from '@xuanpai/contracts/values';
import type { Help } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import { helpSteps } from '@xuanpai/domain/support/help';
import type { Actor } from '../../../lib/actor.ts';
import { ApiError, notFound, ruleViolated } from '../../../lib/api-error.ts';
import { record } from '../../../lib/audit.ts';
import { lockRow } from '../../../lib/lock.ts';
import { scopeFor, scopeWhere } from '../../../lib/scope.ts';
import { checkVersion } from '../../../lib/versions.ts';

export const byReading: Basis = { kind: 'reading', source: '按本办理解' };

export const names = {
  village: { select: { name: true, townshipId: true } },
  unit: { select: { name: true } },
  enterprise: { select: { name: true } },
} as const;

export type HeldHelp = Help & {
  village: { name: string; townshipId: string };
  unit: { name: string } | null;
  enterprise: { name: string } | null;
};

export const helperName = ({ unit, enterprise }: HeldHelp) => unit?.name ?? enterprise?.name ?? '';

/** Help of the own reach, held for this transaction, in the version that the writer saw. */
export async function holdHelp(
  tx: Tx,
  actor: Actor,
  permission: 'support.report' | 'support.confirm',
  id: string,
  seen: number,
): Promise<HeldHelp> {
  await lockRow(tx, 'help', id);
  const reach = scopeWhere(scopeFor(actor, permission, 'help'), 'help');
  const help = await tx.help.findFirst({ where: { AND: [{ id }, reach] }, include: names });
  if (!help) throw notFound();
  const { version, state, content } = help;
  const current = { id, version, state, content };
  await checkVersion(tx, { entity: 'help', id, version, current }, seen);
  return help;
}

/** Throws where help as it stands doesn't go that way. */
export function checkStep({ state }: HeldHelp, act: Exclude<HelpAct, 'promise'>): void {
  const { from, to } = helpSteps[act];
  if (from.includes(state)) return;
  if (state === to) throw new ApiError('alreadyDone');
  throw ruleViolated([
    {
      ...{ path: 'act', code: 'noSuchStep', basis: byReading },
      message: {
        zh: `这项帮扶${helpStateWords[state].zh}，不能${helpActWords[act].zh}。`,
        en: `The help is “${helpStateWords[state].en.toLowerCase()}”: this step does not follow.`,
      },
    },
  ]);
}

/** Puts an act into the trail and the log; `versionAfter` is the row's version with it. */
export async function noteHelp(
  tx: Tx,
  actor: Actor,
  act: HelpAct | 'change',
  help: HeldHelp,
  given: {
    versionAfter: number;
    state: Help['state'];
    text?: string;
    before: { [field: string]: Json } | null;
    after: { [field: string]: Json } | null;
  },
): Promise<void> {
  const { versionAfter, state, text = null, before, after } = given;
  if (act !== 'change') {
    await tx.helpEvent.create({
      data: { helpId: help.id, act, state, text, byId: actor.userId, byName: actor.name },
    });
  }
  record(tx, {
    ...{ action: `help.${act}`, entity: 'help', entityId: help.id },
    params: { name: helperName(help), village: help.village.name, kind: help.kind, reason: text },
    changes: [{ entity: 'help', entityId: help.id, versionAfter, before, after }],
  });
}
