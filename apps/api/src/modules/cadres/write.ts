import type { createCadre, updateCadre } from '@xuanpai/contracts/cadres';
import type { BodyOf } from '@xuanpai/contracts/endpoint';
import type { Actor } from '../../lib/actor.ts';
import { record as audit } from '../../lib/audit.ts';
import type { Deps } from '../../lib/deps.ts';
import { readLatestPolicy } from '../../lib/policy.ts';
import { cadreRow, recordOf } from '../../lib/records/cadre.ts';
import { cadreDifference, maskedCadre } from '../../lib/records/cadre-audit.ts';
import { checkCadreChanges, idNumberFaults } from '../../lib/records/cadre-check.ts';
import { insertCadre } from '../../lib/records/cadre-write.ts';
import { countWrites } from '../../lib/records/counters.ts';
import { unitWithin } from '../../lib/records/unit-reach.ts';
import { refuseIfReferred } from '../../lib/references.ts';
import { refuse } from '../../lib/refuse.ts';
import { writeAs } from '../../lib/write.ts';
import { documentFaults, isCorrection } from './correction.ts';
import { holdCadre } from './hold-cadre.ts';
import { namedFaults } from './named-faults.ts';
import { referencesTo } from './references.ts';
import { staffingChange, staffingFaults } from './staffing-change.ts';

/** Registers a person of a unit within reach; gives the id. */
export function addCadre(deps: Deps, actor: Actor, body: BodyOf<typeof createCadre>) {
  return writeAs(deps, actor, async (tx) => {
    await unitWithin(tx, actor, 'cadres.write', body.unitId);
    const policy = await readLatestPolicy(tx, deps.today());
    const { id } = await insertCadre(tx, deps.keys, body, { policy });
    return id;
  });
}

/**
 * Changes a person; within reach before and after, so that nobody moves a row out of or into it. A
 * change of the Party dates is a correction from the file, with its document.
 */
export function changeCadre(
  deps: Deps,
  actor: Actor,
  id: string,
  { document, staffingSince, version, ...changes }: BodyOf<typeof updateCadre>,
) {
  const { keys, today } = deps;
  return writeAs(deps, actor, async (tx) => {
    const row = await holdCadre(tx, keys, actor, id, version);
    if (changes.unitId) await unitWithin(tx, actor, 'cadres.write', changes.unitId);
    const before = recordOf(keys, row);
    const checked = checkCadreChanges(before, changes, await readLatestPolicy(tx, today()));
    const corrected = isCorrection(before, checked.record);
    refuse([
      ...checked.faults,
      ...documentFaults(corrected, document),
      ...staffingFaults(row, checked.record.staffingType, staffingSince, today()),
      ...(await namedFaults(tx, id, changes.unitId)),
      ...(await idNumberFaults(tx, keys, changes.idNumber && checked.record.idNumber, id)),
    ]);
    const after = { ...checked.record, ...(document ? { membershipDocument: document } : {}) };
    const saved = await tx.cadre.update({
      where: { id },
      data: {
        ...cadreRow(keys, after, id),
        ...staffingChange(row, after.staffingType, staffingSince),
        version: { increment: 1 },
      },
    });
    await countWrites(tx, 'cadres');
    audit(tx, {
      action: corrected ? 'cadre.correct' : 'cadre.update',
      entity: 'cadre',
      entityId: id,
      params: {
        ...{ name: after.name, ...(document ? { document } : {}) },
        ...(staffingSince ? { staffingSince } : {}),
      },
      changes: [
        {
          entity: 'cadre',
          entityId: id,
          versionAfter: saved.version,
          ...cadreDifference(before, after),
        },
      ],
    });
  });
}

export function removeCadre(deps: Deps, actor: Actor, id: string, version: number) {
  return writeAs(deps, actor, async (tx) => {
    const row = await holdCadre(tx, deps.keys, actor, id, version);
    refuseIfReferred(row.name, await referencesTo(tx, id));
    await tx.cadre.delete({ where: { id } });
    await countWrites(tx, 'cadres');
    const before = maskedCadre(recordOf(deps.keys, row));
    audit(tx, {
      action: 'cadre.delete',
      entity: 'cadre',
      entityId: id,
      params: { name: row.name },
      changes: [{ entity: 'cadre', entityId: id, versionAfter: version, before, after: null }],
    });
  });
}
