import type { BodyOf } from '@xuanpai/contracts/endpoint';
import type { createExample, ExampleAct, updateExample } from '@xuanpai/contracts/examples';
import { may } from '@xuanpai/contracts/permissions';
import type { Basis } from '@xuanpai/contracts/problems';
import type { Json } from '@xuanpai/contracts/values';
import type { Example as Stored } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import { exampleActsOf, exampleTransitions } from '@xuanpai/domain/examples/life';
import { searchKey } from '@xuanpai/domain/office/text';
import type { Actor } from '../../lib/actor.ts';
import { ApiError, notFound, ruleViolated } from '../../lib/api-error.ts';
import { difference, record } from '../../lib/audit.ts';
import type { Deps } from '../../lib/deps.ts';
import { examplesRead, mayWriteExample } from '../../lib/records/example-reach.ts';
import { checkVersion } from '../../lib/versions.ts';
import { writeAs } from '../../lib/write.ts';
import { isOwnWork } from './read.ts';

const byReading: Basis = { kind: 'reading', source: '按本办理解' };

/** Drafts an example; gives its id. */
export function draftExample(
  deps: Deps,
  actor: Actor,
  { batchId, townshipId, ...fields }: BodyOf<typeof createExample>,
): Promise<string> {
  return writeAs(deps, actor, async (tx) => {
    if (!mayWriteExample(actor, townshipId)) throw notFound();
    if (!(await tx.batch.findUnique({ where: { id: batchId } }))) throw notFound();
    await findVillage(tx, fields.villageId, townshipId);
    const { id } = await tx.example.create({
      data: {
        ...{ ...fields, batchId, townshipId, ...keysOf(fields) },
        ...{ writtenById: actor.userId, writtenByName: actor.name },
      },
    });
    note(tx, 'example.create', { id, title: fields.title, version: 0 }, null, { ...fields });
    return id;
  });
}

export function changeExample(
  deps: Deps,
  actor: Actor,
  id: string,
  { version: seen, ...changes }: BodyOf<typeof updateExample>,
): Promise<void> {
  return writeAs(deps, actor, async (tx) => {
    const example = await holdExample(tx, actor, 'write', id, seen);
    const before = factsOf(example);
    const given = Object.entries(changes).filter(([, value]) => value !== undefined);
    const after = { ...before, ...(Object.fromEntries(given) as Partial<typeof before>) };
    await findVillage(tx, after.villageId, example.townshipId);
    await tx.example.update({
      where: { id },
      data: { ...after, ...keysOf(after), version: { increment: 1 } },
    });
    const differing = difference(before, after);
    note(tx, 'example.update', example, differing.before, differing.after);
  });
}

/** Removes a draft with its files; what was released once is taken back instead. */
export function removeExample(deps: Deps, actor: Actor, id: string, seen: number): Promise<void> {
  return writeAs(deps, actor, async (tx) => {
    const example = await holdExample(tx, actor, 'write', id, seen);
    await tx.example.delete({ where: { id } });
    note(tx, 'example.delete', example, factsOf(example), null);
  });
}

/** Submits, recalls, releases, returns or withdraws. */
export function actOnExample(
  deps: Deps,
  actor: Actor,
  id: string,
  act: Exclude<ExampleAct, 'write'>,
  { version: seen, reason = null }: { version: number; reason?: string | null },
): Promise<void> {
  return writeAs(deps, actor, async (tx) => {
    const example = await holdExample(tx, actor, act, id, seen);
    const { to } = exampleTransitions[act];
    const state = to ?? example.state;
    const isReview = exampleTransitions[act].by === 'reviewer';
    await tx.example.update({
      where: { id },
      data: {
        ...{ state, version: { increment: 1 } },
        ...(act === 'submit' ? { submittedById: actor.userId, submittedAt: new Date() } : {}),
        ...(isReview && act !== 'withdraw'
          ? { reviewedById: actor.userId, reviewedByName: actor.name, reviewedAt: new Date() }
          : {}),
        // Why it was returned stays to be read until it is reviewed again.
        ...(isReview ? { reason } : {}),
      },
    });
    note(tx, `example.${act}`, example, { state: example.state }, { state, reason });
  });
}

/** An example for an act of somebody, held: within reach, in the version that was seen, in a fitting state. */
async function holdExample(
  tx: Tx,
  actor: Actor,
  act: ExampleAct,
  id: string,
  seen: number,
): Promise<Stored> {
  await tx.$queryRaw`SELECT 1 FROM example WHERE id = ${id}::uuid FOR UPDATE`;
  const example = await tx.example.findFirst({ where: { AND: [{ id }, examplesRead(actor)] } });
  const isReview = exampleTransitions[act].by === 'reviewer';
  const mine = example !== null && (isReview || mayWriteExample(actor, example.townshipId));
  if (!mine) throw notFound();
  const { version, state, title } = example;
  const current = { id, version, state, title };
  await checkVersion(tx, { entity: 'example', id, version, current }, seen);
  const standing = {
    writes: mayWriteExample(actor, example.townshipId),
    reviews: may(actor.roles, 'examples.review'),
  };
  if (exampleActsOf(state, { ...standing, ownWork: isOwnWork(actor, example) }).includes(act)) {
    return example;
  }
  if (exampleActsOf(state, { ...standing, ownWork: false }).includes(act)) throw ownWork();
  throw new ApiError('conflict', {
    detail: {
      zh: '当前状态下不能这样办理，请刷新后再看。',
      en: 'This can’t be done as it stands now; look again.',
    },
  });
}

function ownWork() {
  return ruleViolated([
    {
      ...{ path: 'act', code: 'ownWork', basis: byReading, remedy: null },
      message: {
        zh: '起草、报送和审核不能是同一人，请由他人审核。',
        en: 'Whoever wrote or submitted it can’t review it; have somebody else do it.',
      },
    },
  ]);
}

/** A township writes of its own villages. */
async function findVillage(tx: Tx, villageId: string | null, townshipId: string | null) {
  if (villageId === null) return;
  const where = { id: villageId, ...(townshipId ? { townshipId } : {}) };
  if (!(await tx.village.findFirst({ where }))) throw notFound();
}

const factsOf = ({ kind, title, text, villageId }: Stored) => ({ kind, title, text, villageId });
const keysOf = ({ title, text }: { title: string; text: string }) => ({
  searchKey: searchKey(`${title} ${text}`),
});

type Facts = { [name: string]: Json };

function note(
  tx: Tx,
  action: string,
  { id, title, version }: Pick<Stored, 'id' | 'title' | 'version'>,
  before: Facts | null,
  after: Facts | null,
): void {
  record(tx, {
    ...{ action, entity: 'example', entityId: id, params: { title } },
    changes: [{ entity: 'example', entityId: id, versionAfter: version + 1, before, after }],
  });
}
