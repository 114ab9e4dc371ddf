import type {
  confirmOutstanding,
  recordCompetitionResult,
  useBenefit,
  voidBenefitUse,
  withdrawOutstanding,
} from '@xuanpai/contracts/benefits';
import type { BodyOf } from '@xuanpai/contracts/endpoint';
import { toDate } from '@xuanpai/database/dates';
import type { Tx } from '@xuanpai/database/transaction';
import { withBonus } from '@xuanpai/domain/benefits/calculator';
import type { Actor } from '../../lib/actor.ts';
import { ApiError, invalid, notFound } from '../../lib/api-error.ts';
import { type AuditChange, record } from '../../lib/audit.ts';
import type { Entitled } from '../../lib/benefits/entitled.ts';
import type { Deps } from '../../lib/deps.ts';
import { lockRow } from '../../lib/lock.ts';
import { refuse } from '../../lib/refuse.ts';
import { runnerOf } from '../../lib/sql.ts';
import { checkVersion } from '../../lib/versions.ts';
import { writeAs } from '../../lib/write.ts';
import { type Reader, readOneEntitled } from './read.ts';
import {
  formFaults,
  noRow,
  notEarned,
  otherPercent,
  ownEntry,
  tooEarly,
  usedAlready,
} from './refusals.ts';

/**
 * Records the use of the bonus (B2, once only). Of two at the same time one is refused by the
 * database, whatever the per cent.
 */
export function recordUse(
  deps: Deps,
  actor: Actor,
  cadreId: string,
  input: BodyOf<typeof useBenefit>,
): Promise<void> {
  return writeAs(deps, actor, async (tx) => {
    const { row, policy } = await readOneEntitled(within(deps, tx), actor, cadreId, write);
    const basis = policy.basis('benefit.usedOnce');
    if (row.use) throw usedAlready(row.use.competition, row.use.heldOn);
    refuse(formFaults(deps, input));
    if (row.percent === null) throw notEarned(row, basis);
    const earnedUntil = `${Math.max(...row.entitlement.years)}-12-31`;
    if (input.heldOn <= earnedUntil) throw tooEarly(earnedUntil, basis);
    const higher = policy.number('benefit.competitionExcellentPercent');
    if (row.percent !== input.percent) throw otherPercent(row.percent, higher, basis);
    const { id } = await tx.benefitUse.create({
      data: {
        ...earned(row, row.percent === higher),
        ...{ cadreId, unitId: row.unitId, percent: row.percent },
        ...{ competition: input.competition, heldOn: toDate(input.heldOn) },
        ...{ rawTotal: input.rawTotal, documentNumber: input.documentNumber },
        ...{ result: input.result, enteredById: actor.userId, enteredByName: actor.name },
      },
    });
    const adjusted = withBonus(input.rawTotal, row.percent);
    note(tx, 'use', row.cadreName, id, 1, null, { ...input, adjusted });
  });
}

const write = 'benefits.write';

function within({ today }: Deps, tx: Tx): Reader {
  return { today, db: { prisma: tx, pool: runnerOf(tx) } };
}

/** What a use stands on: the grades that earned it, and for the higher per cent the confirmation. */
function earned({ entitlement, outstanding }: Entitled, isHigher: boolean) {
  const { level, years, counted } = entitlement;
  if (level === 'none') throw new Error('a per cent without a row of years');
  return {
    level,
    grounds: years.map((year) => ({
      year,
      grade: counted.find((one) => one.year === year)?.grade ?? null,
    })),
    outstandingId: level === 'excellent' && isHigher ? (outstanding?.id ?? null) : null,
  };
}

/** The result of the competition, told later. */
export function recordResult(
  deps: Deps,
  actor: Actor,
  id: string,
  { result, note: resultNote, version }: BodyOf<typeof recordCompetitionResult>,
): Promise<string> {
  return writeAs(deps, actor, async (tx) => {
    const use = await holdUse(tx, id, version);
    await tx.benefitUse.update({
      where: { id },
      data: { result, resultNote: resultNote || null, version: version + 1 },
    });
    const before = { result: use.result, resultNote: use.resultNote };
    note(tx, 'result', use.cadre.name, id, version + 1, before, { result, resultNote });
    return use.cadreId;
  });
}

/** Voids a use that was entered by mistake: somebody else than who entered it. */
export function voidUse(
  deps: Deps,
  actor: Actor,
  id: string,
  { reason, version }: BodyOf<typeof voidBenefitUse>,
): Promise<string> {
  return writeAs(deps, actor, async (tx) => {
    const use = await holdUse(tx, id, version);
    if (use.enteredById !== null && use.enteredById === actor.userId) throw ownEntry();
    await tx.benefitUse.update({
      where: { id },
      data: {
        ...{ voidedById: actor.userId, voidedByName: actor.name, voidedAt: new Date() },
        ...{ voidReason: reason, version: version + 1 },
      },
    });
    note(tx, 'void', use.cadre.name, id, version + 1, { voided: false }, { voided: true, reason });
    return use.cadreId;
  });
}

async function holdUse(tx: Tx, id: string, seen: number) {
  await lockRow(tx, 'benefit_use', id);
  const use = await tx.benefitUse.findUnique({
    where: { id },
    include: { cadre: { select: { name: true } } },
  });
  if (!use) throw notFound();
  if (use.voidedAt !== null) throw new ApiError('alreadyDone');
  const { version, competition, result } = use;
  const current = { id, version, competition, result };
  await checkVersion(tx, { entity: 'benefitUse', id, version, current }, seen);
  return use;
}

/** B2: 表现突出, with its ground; only where excellent grades in a row ask for it. */
export function confirm(
  deps: Deps,
  actor: Actor,
  cadreId: string,
  { ground, documentNumber }: BodyOf<typeof confirmOutstanding>,
): Promise<void> {
  return writeAs(deps, actor, async (tx) => {
    const { row, policy } = await readOneEntitled(within(deps, tx), actor, cadreId, write);
    if (row.use) throw usedAlready(row.use.competition, row.use.heldOn);
    if (row.outstanding) throw new ApiError('alreadyDone');
    if (row.entitlement.level !== 'excellent') throw noRow(policy.basis('benefit.usedOnce'));
    const { id } = await tx.benefitOutstanding.create({
      data: {
        ...{ cadreId, ground, documentNumber },
        ...{ confirmedById: actor.userId, confirmedByName: actor.name },
      },
    });
    noteOutstanding(tx, 'confirmOutstanding', row.cadreName, id, 1, null, {
      ...{ ground, documentNumber },
    });
  });
}

export function withdraw(
  deps: Deps,
  actor: Actor,
  cadreId: string,
  { reason, version: seen }: BodyOf<typeof withdrawOutstanding>,
): Promise<void> {
  return writeAs(deps, actor, async (tx) => {
    const { row } = await readOneEntitled(within(deps, tx), actor, cadreId, write);
    const held = row.outstanding;
    if (!held) throw new ApiError('alreadyDone');
    if (row.use) {
      const message = { zh: '已享受的认定不能撤销。', en: 'It was used and stays.' };
      throw invalid([{ path: 'version', code: 'used', message }]);
    }
    const { id, version, ground } = held;
    const current = { id, version, ground };
    await checkVersion(tx, { entity: 'benefitOutstanding', id, version, current }, seen);
    const gone = await tx.benefitOutstanding.updateMany({
      where: { id, version },
      data: {
        ...{ withdrawnByName: actor.name, withdrawnAt: new Date(), withdrawalReason: reason },
        version: version + 1,
      },
    });
    if (gone.count === 0) throw new ApiError('alreadyDone');
    const before = { withdrawn: false };
    noteOutstanding(tx, 'withdrawOutstanding', row.cadreName, id, version + 1, before, {
      ...{ withdrawn: true, reason },
    });
  });
}

function noteOutstanding(
  tx: Tx,
  act: 'confirmOutstanding' | 'withdrawOutstanding',
  name: string,
  id: string,
  versionAfter: number,
  before: Logged,
  after: Logged,
): void {
  const entity = 'benefitOutstanding';
  record(tx, {
    ...{ action: `benefit.${act}`, entity, entityId: id, params: { name } },
    changes: [{ entity, entityId: id, versionAfter, before, after }],
  });
}

type Logged = AuditChange['before'];

function note(
  tx: Tx,
  act: 'use' | 'result' | 'void',
  name: string,
  id: string,
  versionAfter: number,
  before: Logged,
  after: Logged,
): void {
  record(tx, {
    ...{ action: `benefit.${act}`, entity: 'benefitUse', entityId: id, params: { name } },
    changes: [{ entity: 'benefitUse', entityId: id, versionAfter, before, after }],
  });
}
