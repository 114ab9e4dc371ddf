import type { BodyOf } from '@xuanpai/contracts/endpoint';
import type { createVillage, updateVillage } from '@xuanpai/contracts/villages';
import type { Tx } from '@xuanpai/database/transaction';
import { tidyText } from '@xuanpai/domain/office/text';
import type { Actor } from '../../lib/actor.ts';
import { notFound } from '../../lib/api-error.ts';
import { type AuditChange, difference, record } from '../../lib/audit.ts';
import type { Deps } from '../../lib/deps.ts';
import { lockRow } from '../../lib/lock.ts';
import { countWrites } from '../../lib/records/counters.ts';
import { villageKeys } from '../../lib/records/village.ts';
import { refuseIfReferred } from '../../lib/references.ts';
import { refuse } from '../../lib/refuse.ts';
import { scopeFor, scopeWhere } from '../../lib/scope.ts';
import { checkVersion } from '../../lib/versions.ts';
import { writeAs } from '../../lib/write.ts';
import { codeFaults, townshipFaults, yearFaults } from './checks.ts';
import { referencesTo } from './references.ts';
import { loggedVillage, plainFields, type StoredVillage } from './village-fields.ts';
import { saveYears } from './years.ts';

/** Registers a village; gives its id. */
export function addVillage(deps: Deps, actor: Actor, body: BodyOf<typeof createVillage>) {
  return writeAs(deps, actor, async (tx) => {
    const { code, townshipId, years = [] } = body;
    refuse([
      ...(await codeFaults(tx, code)),
      ...(await townshipFaults(tx, townshipId)),
      ...yearFaults(years),
    ]);
    const name = tidyText(body.name);
    const { id } = await tx.village.create({
      data: { code, name, townshipId, ...plainFields(body), ...villageKeys({ name, code }) },
    });
    await saveYears(tx, id, years);
    const village = await stored(tx, id);
    await noteWrite(tx, 'village.create', village, { before: null, after: loggedVillage(village) });
    return id;
  });
}

export function changeVillage(
  deps: Deps,
  actor: Actor,
  id: string,
  body: BodyOf<typeof updateVillage>,
) {
  return writeAs(deps, actor, async (tx) => {
    const before = await held(tx, actor, id, body.version);
    const { years = [] } = body;
    refuse(yearFaults(years));
    const name = body.name === undefined ? before.name : tidyText(body.name);
    await saveYears(tx, id, years);
    await tx.village.update({
      where: { id },
      data: {
        name,
        ...plainFields(body),
        ...villageKeys({ name, code: before.code }),
        version: { increment: 1 },
      },
    });
    const after = await stored(tx, id);
    await noteWrite(
      tx,
      'village.update',
      after,
      difference(loggedVillage(before), loggedVillage(after)),
    );
  });
}

export function removeVillage(deps: Deps, actor: Actor, id: string, version: number) {
  return writeAs(deps, actor, async (tx) => {
    const village = await held(tx, actor, id, version);
    refuseIfReferred(village.name, await referencesTo(tx, id));
    await tx.batchVillage.deleteMany({ where: { villageId: id } });
    await tx.village.delete({ where: { id } });
    await noteWrite(tx, 'village.delete', village, { before: loggedVillage(village), after: null });
  });
}

/** The village, held for this transaction, in the version that the writer saw. */
async function held(tx: Tx, actor: Actor, id: string, seen: number): Promise<StoredVillage> {
  const scope = scopeFor(actor, 'villages.write', 'villages');
  await lockRow(tx, 'village', id);
  const village = await tx.village.findFirst({
    where: { AND: [{ id }, scopeWhere(scope, 'villages')] },
    include: { years: true },
  });
  if (!village) throw notFound();
  const { version } = village;
  const current = { id, version, ...loggedVillage(village) };
  await checkVersion(tx, { entity: 'village', id, version, current }, seen);
  return village;
}

function stored(tx: Tx, id: string): Promise<StoredVillage> {
  return tx.village.findUniqueOrThrow({ where: { id }, include: { years: true } });
}

async function noteWrite(
  tx: Tx,
  action: string,
  { id, name, version }: StoredVillage,
  change: Pick<AuditChange, 'before' | 'after'>,
) {
  await countWrites(tx, 'villages');
  record(tx, {
    action,
    entity: 'village',
    entityId: id,
    params: { name },
    changes: [{ entity: 'village', entityId: id, versionAfter: version, ...change }],
  });
}
