import type { BodyOf } from '@xuanpai/contracts/endpoint';
import type { createUnit, updateUnit } from '@xuanpai/contracts/units';
import type { Unit } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import { tidyText } from '@xuanpai/domain/office/text';
import type { Actor } from '../../lib/actor.ts';
import { type AuditChange, difference, record } from '../../lib/audit.ts';
import type { Deps } from '../../lib/deps.ts';
import { countWrites } from '../../lib/records/counters.ts';
import { unitKeys } from '../../lib/records/unit.ts';
import { refuseIfReferred } from '../../lib/references.ts';
import { refuse } from '../../lib/refuse.ts';
import { writeAs } from '../../lib/write.ts';
import { kindFaults, nameFaults, townshipFaults } from './checks.ts';
import { checkFields, holdUnit } from './hold-unit.ts';
import { referencesTo } from './references.ts';
import { loggedUnit, plainFields } from './unit-fields.ts';

/** Registers a unit; gives its id. */
export function addUnit(deps: Deps, actor: Actor, body: BodyOf<typeof createUnit>) {
  return writeAs(deps, actor, async (tx) => {
    const { name: given, kind, townshipId = null, ...fields } = body;
    const name = tidyText(given);
    refuse([
      ...(await nameFaults(tx, name, null)),
      ...(await townshipFaults(tx, kind, townshipId)),
    ]);
    const unit = await tx.unit.create({
      data: {
        name,
        kind,
        townshipId,
        strengths: [],
        ...plainFields(fields),
        ...unitKeys({ name }),
      },
    });
    await noteWrite(tx, 'unit.create', unit, { before: null, after: loggedUnit(unit) });
    return unit.id;
  });
}

export function changeUnit(deps: Deps, actor: Actor, id: string, body: BodyOf<typeof updateUnit>) {
  const { version, ...changes } = body;
  return writeAs(deps, actor, async (tx) => {
    const before = await holdUnit(tx, actor, 'units.contact', id, version);
    checkFields(actor, Object.keys(changes));
    const { name: given = before.name, kind = before.kind, ...fields } = changes;
    const name = tidyText(given);
    refuse([...(await nameFaults(tx, name, id)), ...kindFaults(kind, before.townshipId)]);
    const after = await tx.unit.update({
      where: { id },
      data: {
        name,
        kind,
        ...plainFields(fields),
        ...unitKeys({ name }),
        version: { increment: 1 },
      },
    });
    await noteWrite(tx, 'unit.update', after, difference(loggedUnit(before), loggedUnit(after)));
  });
}

export function removeUnit(deps: Deps, actor: Actor, id: string, version: number) {
  return writeAs(deps, actor, async (tx) => {
    const unit = await holdUnit(tx, actor, 'units.write', id, version);
    refuseIfReferred(unit.name, await referencesTo(tx, id));
    await tx.unit.delete({ where: { id } });
    await noteWrite(tx, 'unit.delete', unit, { before: loggedUnit(unit), after: null });
  });
}

async function noteWrite(
  tx: Tx,
  action: string,
  { id, name, version }: Unit,
  change: Pick<AuditChange, 'before' | 'after'>,
) {
  await countWrites(tx, 'units');
  record(tx, {
    action,
    entity: 'unit',
    entityId: id,
    params: { name },
    changes: [{ entity: 'unit', entityId: id, versionAfter: version, ...change }],
  });
}
