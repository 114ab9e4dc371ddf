import type { BodyOf } from '@xuanpai/contracts/endpoint';
import type { confirmMembership } from '@xuanpai/contracts/nominations';
import type { PlainDate } from '@xuanpai/contracts/values';
import { toPlainDate } from '@xuanpai/database/dates';
import type { Cadre as Row } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import { presumedFullMember } from '@xuanpai/domain/eligibility-membership';
import { partyDate } from '@xuanpai/domain/eligibility-words';
import type { Actor } from '../../lib/actor.ts';
import { type Fault, notFound } from '../../lib/api-error.ts';
import { record } from '../../lib/audit.ts';
import type { Deps } from '../../lib/deps.ts';
import { countWrites } from '../../lib/records/counters.ts';
import { updateRows } from '../../lib/records/update-rows.ts';
import { refuse } from '../../lib/refuse.ts';
import { scopeFor, scopeWhere } from '../../lib/scope.ts';
import { writeAs } from '../../lib/write.ts';
import { type Measure, readMeasure } from './judging.ts';

type Input = BodyOf<typeof confirmMembership>;

/** A date to be kept, with the cadre that it belongs to. */
interface Confirmation {
  cadreId: string;
  version: number;
  fullMemberOn: PlainDate;
}

/**
 * D5: the unit confirms presumed dates of full membership, as they are or a later one each, on a
 * document. Who has a date already is left as they are. Gives how many were confirmed.
 */
export function confirmPresumed(
  deps: Deps,
  actor: Actor,
  batchId: string,
  { nominations, document }: Input,
) {
  return writeAs(deps, actor, async (tx) => {
    const measure = await readMeasure(tx, batchId);
    const found = await findCadres(tx, actor, batchId, nominations);
    const read = nominations.map(({ nominationId, fullMemberOn }, index) => {
      const cadre = found.get(nominationId);
      if (!cadre) throw notFound();
      return confirmationOf(cadre, fullMemberOn, measure, `nominations.${index}.fullMemberOn`);
    });
    refuse(read.flatMap(({ fault }) => fault ?? []));
    const byCadre = new Map(read.flatMap(({ kept }) => (kept ? [[kept.cadreId, kept]] : [])));
    const confirmed = [...byCadre.values()];
    if (confirmed.length > 0) await keep(tx, batchId, confirmed, document);
    return { confirmed: confirmed.length };
  });
}

type Cadre = Pick<Row, 'id' | 'name' | 'joinedOn' | 'fullMemberOn' | 'version'>;

async function findCadres(tx: Tx, actor: Actor, batchId: string, asked: Input['nominations']) {
  const ids = asked.map(({ nominationId }) => nominationId);
  const scope = scopeFor(actor, 'nominations.confirmMembership', 'nominations');
  const found = await tx.nomination.findMany({
    where: {
      AND: [{ id: { in: ids }, batchId, state: 'active' }, scopeWhere(scope, 'nominations')],
    },
    select: { id: true, cadreId: true },
  });
  // Held in one order, so that two people who confirm at once don't wait for each other.
  const cadreIds = found.map(({ cadreId }) => cadreId);
  await tx.$queryRaw`SELECT 1 FROM cadre WHERE id = ANY(${cadreIds}::uuid[]) ORDER BY id FOR UPDATE`;
  const cadres = new Map(
    (
      await tx.cadre.findMany({
        where: { id: { in: cadreIds } },
        select: { id: true, name: true, joinedOn: true, fullMemberOn: true, version: true },
      })
    ).map((cadre) => [cadre.id, cadre]),
  );
  return new Map(
    found.flatMap(({ id, cadreId }) => {
      const cadre = cadres.get(cadreId);
      return cadre ? [[id, cadre] as const] : [];
    }),
  );
}

/** What to keep for a person: nothing where the register has a date, a fault where it can't be. */
function confirmationOf(
  { id: cadreId, name, version, ...dates }: Cadre,
  given: PlainDate | undefined,
  { policy }: Measure,
  path: string,
): { kept?: Confirmation; fault?: Fault } {
  if (dates.fullMemberOn !== null) return {};
  const joinedOn = toPlainDate(dates.joinedOn);
  const presumed = presumedFullMember({ joinedOn, fullMemberOn: null }, policy);
  const fullMemberOn = given ?? presumed;
  const basis = policy.basis('eligibility.probationMonths');
  const remedy = { zh: '请用“查档更正”。', en: 'Correct the dates from the file.' };
  if (fullMemberOn === null) {
    const message = {
      zh: `${name}没有登记入党时间，不能推定转正。`,
      en: `${name} has no joining date; nothing can be presumed.`,
    };
    return { fault: { path, code: 'joinedUnknown', message, basis, remedy } };
  }
  if (presumed !== null && fullMemberOn < presumed) {
    const message = {
      zh: `${name}的转正时间${partyDate(fullMemberOn)}早于入党满预备期的${partyDate(presumed)}。`,
      en: `${name}: ${partyDate(fullMemberOn)} is before the end of the probation, ${partyDate(presumed)}.`,
    };
    return { fault: { path, code: 'probationShort', message, basis, remedy } };
  }
  return { kept: { cadreId, version, fullMemberOn } };
}

async function keep(tx: Tx, batchId: string, confirmed: readonly Confirmation[], document: string) {
  await updateRows(
    tx,
    'cadre',
    { full_member_on: 'date', membership_document: 'text' },
    confirmed.map(({ cadreId, fullMemberOn }) => ({
      id: cadreId,
      full_member_on: fullMemberOn,
      membership_document: document,
    })),
  );
  await countWrites(tx, 'cadres');
  record(tx, {
    action: 'nomination.confirmMembership',
    entity: 'batch',
    entityId: batchId,
    params: { count: confirmed.length, document },
    changes: confirmed.map(({ cadreId, version, fullMemberOn }) => ({
      entity: 'cadre',
      entityId: cadreId,
      versionAfter: version + 1,
      before: { fullMemberOn: null },
      after: { fullMemberOn, membershipDocument: document },
    })),
  });
}
