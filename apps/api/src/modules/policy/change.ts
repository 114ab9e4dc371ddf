import type { BodyOf } from '@xuanpai/contracts/endpoint';
import type { changePolicy } from '@xuanpai/contracts/policy';
import type { Json, PlainDate } from '@xuanpai/contracts/values';
import { toDate } from '@xuanpai/database/dates';
import type { Prisma } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import { checkPolicyChanges } from '@xuanpai/domain/policy/check';
import type { Policy } from '@xuanpai/domain/policy/policy';
import { isPolicyKey } from '@xuanpai/domain/policy/template';
import type { Actor } from '../../lib/actor.ts';
import type { Fault } from '../../lib/api-error.ts';
import { record } from '../../lib/audit.ts';
import type { Deps } from '../../lib/deps.ts';
import { readPolicy } from '../../lib/policy.ts';
import { type BatchRecord, holdBatch } from '../../lib/records/batch.ts';
import { refuse } from '../../lib/refuse.ts';
import { writeAs } from '../../lib/write.ts';

type Input = BodyOf<typeof changePolicy>;

/** Sets parameters from a day on; what they were stays in the history. */
export function setPolicy(deps: Deps, actor: Actor, batchId: string, input: Input) {
  return writeAs(deps, actor, async (tx) => {
    const batch = await holdBatch(tx, batchId, input.version);
    const policy = await readPolicy(tx, batchId, input.effectiveFrom);
    refuse([
      ...dayFaults(batch, input.effectiveFrom),
      ...checkPolicyChanges(input.changes, policy),
    ]);
    const settings = settingsOf(input, policy);
    await tx.policyParameter.createMany({
      data: settings.map((one) => rowOf(batch, actor, input, one)),
    });
    await tx.batch.update({ where: { id: batchId }, data: { version: { increment: 1 } } });
    noteChange(tx, batch, input, settings, policy);
  });
}

function dayFaults({ date, endsOn }: BatchRecord, effectiveFrom: PlainDate): Fault[] {
  if (effectiveFrom >= date && effectiveFrom <= endsOn) return [];
  const message = {
    zh: `生效日期应在基准日${date}到任期届满日${endsOn}之间。`,
    en: `Effective between the batch’s date ${date} and the end of the term ${endsOn}.`,
  };
  return [{ path: 'effectiveFrom', code: 'outsideBatch', message }];
}

type NewSetting = ReturnType<typeof settingsOf>[number];

/** What a change leaves out stays as it is on that day. */
function settingsOf({ changes }: Input, policy: Policy) {
  return changes.flatMap(({ key, value, inclusive, basis }) => {
    if (!isPolicyKey(key)) return [];
    const current = policy.setting(key);
    return [
      {
        key,
        value,
        inclusive: inclusive ?? current.inclusive,
        basis: basis ?? current.basis,
      },
    ];
  });
}

function rowOf(
  { id: batchId }: BatchRecord,
  actor: Actor,
  { effectiveFrom, reason }: Input,
  { key, value, inclusive, basis }: NewSetting,
): Prisma.PolicyParameterCreateManyInput {
  return {
    batchId,
    key,
    effectiveFrom: toDate(effectiveFrom),
    value: value as Prisma.InputJsonValue,
    inclusive,
    basisKind: basis.kind,
    basisSource: basis.source,
    reason,
    setBy: actor.name,
  };
}

function noteChange(
  tx: Tx,
  { id, name, version }: BatchRecord,
  { effectiveFrom, reason }: Input,
  settings: readonly NewSetting[],
  policy: Policy,
) {
  const fields = (of: (setting: NewSetting) => Json) =>
    Object.fromEntries(settings.map((setting) => [setting.key, of(setting)]));
  record(tx, {
    action: 'policy.change',
    entity: 'batch',
    entityId: id,
    params: { name, effectiveFrom, reason, keys: settings.map(({ key }) => key) },
    changes: [
      {
        entity: 'batch',
        entityId: id,
        versionAfter: version + 1,
        before: fields(({ key }) => logged(policy.setting(key))),
        after: fields(logged),
      },
    ],
  });
}

function logged({ value, inclusive, basis }: Omit<NewSetting, 'key'>): Json {
  return { value, inclusive, basis: { ...basis } };
}
