import type { BodyOf } from '@xuanpai/contracts/endpoint';
import type { VillageRecordKind, withdrawVillageRecord } from '@xuanpai/contracts/village-state';
import { toPlainDate } from '@xuanpai/database/dates';
import type { Tx } from '@xuanpai/database/transaction';
import type { Actor } from '../../lib/actor.ts';
import { notFound } from '../../lib/api-error.ts';
import { type AuditChange, record } from '../../lib/audit.ts';
import type { Deps } from '../../lib/deps.ts';
import { lockRow } from '../../lib/lock.ts';
import { checkVersion } from '../../lib/versions.ts';
import { writeAs } from '../../lib/write.ts';
import { reached } from './village-state-write.ts';

interface Found {
  villageId: string;
  version: number;
  name: string;
  /** The village was turned round already: nobody's but the planner's to take back. */
  turned: boolean;
  was: NonNullable<AuditChange['before']>;
}

/**
 * Takes back what was entered by mistake: it leaves the village's page, and the log keeps what it said
 * with the reason. Gives the village. Throws `notFound`, `staleVersion`.
 */
export function withdraw(
  deps: Deps,
  actor: Actor,
  { kind, id }: { kind: VillageRecordKind; id: string },
  { reason, version: seen }: BodyOf<typeof withdrawVillageRecord>,
): Promise<string> {
  return writeAs(deps, actor, async (tx) => {
    await lockRow(tx, tables[kind], id);
    const found = await readers[kind](tx, id);
    if (!found) throw notFound();
    const { villageId, version, name, was, turned } = found;
    const permission = turned ? 'inspections.turnRound' : 'inspections.villageState';
    const village = await reached(tx, actor, permission, villageId);
    const entity = entities[kind];
    await checkVersion(tx, { entity, id, version, current: { id, version, ...was } }, seen);
    await removers[kind](tx, id);
    record(tx, {
      ...{ action: 'villageState.withdraw', entity, entityId: id },
      params: { village, name, reason },
      changes: [{ entity, entityId: id, before: was, after: null }],
    });
    return villageId;
  });
}

const tables = {
  holder: 'village_holder',
  election: 'village_election',
  weakLax: 'weak_lax',
} as const satisfies Record<VillageRecordKind, string>;

const entities = {
  holder: 'villageHolder',
  election: 'villageElection',
  weakLax: 'weakLax',
} as const satisfies Record<VillageRecordKind, string>;

const readers: Record<VillageRecordKind, (tx: Tx, id: string) => Promise<Found | null>> = {
  async holder(tx, id) {
    const row = await tx.villageHolder.findUnique({ where: { id } });
    if (!row) return null;
    const { villageId, version, name, seat, note } = row;
    const days = { startsOn: toPlainDate(row.startsOn), endsOn: toPlainDate(row.endsOn) };
    return { villageId, version, name, turned: false, was: { name, seat, note, ...days } };
  },
  async election(tx, id) {
    const row = await tx.villageElection.findUnique({ where: { id } });
    if (!row) return null;
    const { villageId, version, body, result, document } = row;
    const days = { dueOn: toPlainDate(row.dueOn), heldOn: toPlainDate(row.heldOn) };
    return {
      villageId,
      version,
      name: body,
      turned: false,
      was: { body, result, document, ...days },
    };
  },
  async weakLax(tx, id) {
    const row = await tx.weakLax.findUnique({ where: { id } });
    if (!row) return null;
    const { villageId, version, document, reason, turnedDocument } = row;
    const days = {
      designatedOn: toPlainDate(row.designatedOn),
      turnedOn: toPlainDate(row.turnedOn),
    };
    const turned = row.turnedOn !== null;
    return {
      ...{ villageId, version, name: document, turned },
      was: { document, reason, turnedDocument, ...days },
    };
  },
};

const removers: Record<VillageRecordKind, (tx: Tx, id: string) => Promise<unknown>> = {
  holder: (tx, id) => tx.villageHolder.delete({ where: { id } }),
  election: (tx, id) => tx.villageElection.delete({ where: { id } }),
  weakLax: (tx, id) => tx.weakLax.delete({ where: { id } }),
};
