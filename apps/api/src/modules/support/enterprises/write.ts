import type { BodyOf } from '@xuanpai/contracts/endpoint';
import type { createEnterprise, updateEnterprise } from '@xuanpai/contracts/enterprises';
import type { Json } from '@xuanpai/contracts/values';
import type { Enterprise } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import { personName, tidyText } from '@xuanpai/domain/office/text';
import { checkCreditCode } from '@xuanpai/domain/support/credit-code';
import type { Actor } from '../../../lib/actor.ts';
import { type Fault, invalid, notFound } from '../../../lib/api-error.ts';
import { type AuditChange, difference, record } from '../../../lib/audit.ts';
import type { Deps } from '../../../lib/deps.ts';
import { lockRow } from '../../../lib/lock.ts';
import { maskPhone } from '../../../lib/records/mask-phone.ts';
import { searchKeyOf } from '../../../lib/records/search-key.ts';
import { type Reference, refuseIfReferred } from '../../../lib/references.ts';
import { refuse, takenCode } from '../../../lib/refuse.ts';
import { scopeFor } from '../../../lib/scope.ts';
import { checkVersion } from '../../../lib/versions.ts';
import { writeAs } from '../../../lib/write.ts';

type Input = Omit<BodyOf<typeof updateEnterprise>, 'version'>;

/** Registers an enterprise; gives its id. */
export function addEnterprise(deps: Deps, actor: Actor, body: BodyOf<typeof createEnterprise>) {
  return writeAs(deps, actor, async (tx) => {
    const data = await checked(tx, actor, body, null);
    const row = await tx.enterprise.create({ data });
    note(tx, 'enterprise.create', row, { before: null, after: logged(row) });
    return row.id;
  });
}

export function changeEnterprise(
  deps: Deps,
  actor: Actor,
  id: string,
  { version, ...changes }: BodyOf<typeof updateEnterprise>,
): Promise<void> {
  return writeAs(deps, actor, async (tx) => {
    const before = await holdEnterprise(tx, actor, id, version);
    const data = await checked(tx, actor, changes, before);
    const after = await tx.enterprise.update({
      where: { id },
      data: { ...data, version: { increment: 1 } },
    });
    note(tx, 'enterprise.update', after, difference(logged(before), logged(after)));
  });
}

export function removeEnterprise(
  deps: Deps,
  actor: Actor,
  id: string,
  version: number,
): Promise<void> {
  return writeAs(deps, actor, async (tx) => {
    const row = await holdEnterprise(tx, actor, id, version);
    refuseIfReferred(row.name, await referencesTo(tx, id));
    await tx.enterprise.delete({ where: { id } });
    note(tx, 'enterprise.delete', row, { before: logged(row), after: null });
  });
}

/** The enterprise, held for this transaction, in the version that the writer saw. */
async function holdEnterprise(tx: Tx, actor: Actor, id: string, seen: number): Promise<Enterprise> {
  await lockRow(tx, 'enterprise', id);
  const row = await tx.enterprise.findUnique({ where: { id } });
  if (!row || !reaches(actor, row.townshipId)) throw notFound();
  const { version } = row;
  await checkVersion(
    tx,
    { entity: 'enterprise', id, version, current: { id, version, ...logged(row) } },
    seen,
  );
  return row;
}

/** A township keeps the enterprises of its own; those from outside are the planner's. */
function reaches(actor: Actor, townshipId: string | null): boolean {
  const scope = scopeFor(actor, 'enterprises.write', 'sheets');
  if (scope === 'all' || scope === 'none') return scope === 'all';
  return townshipId !== null && scope.townshipIds.includes(townshipId);
}

/** The columns of an input, or all its faults at once. */
async function checked<Given extends Input>(
  tx: Tx,
  actor: Actor,
  given: Given,
  before: Enterprise | null,
) {
  const name = tidyText(given.name ?? before?.name ?? '');
  const code = given.creditCode === undefined ? undefined : readCode(given.creditCode);
  const creditCode = code === undefined ? (before?.creditCode ?? null) : code.value;
  const townshipId =
    given.townshipId === undefined ? (before?.townshipId ?? null) : given.townshipId;
  await checkTownship(tx, actor, townshipId);
  refuse([
    ...(code?.faults ?? []),
    ...(await takenFaults(tx, name, creditCode, before?.id ?? null)),
  ]);
  const texts = ['contactPhone', 'industry', 'note'] as const;
  const kept = texts.map((field) => [
    field,
    given[field] === undefined ? (before?.[field] ?? null) : textOf(given[field]),
  ]);
  return {
    ...{ name, creditCode, townshipId },
    contactName:
      given.contactName === undefined
        ? (before?.contactName ?? null)
        : personName(given.contactName ?? '') || null,
    ...(Object.fromEntries(kept) as Record<(typeof texts)[number], string | null>),
    searchKey: searchKeyOf(name, 'place', [creditCode]),
  };
}

const textOf = (text: string | null | undefined) => tidyText(text ?? '') || null;

function readCode(given: string | null): { value: string | null; faults: Fault[] } {
  if (given === null || given === '') return { value: null, faults: [] };
  const check = checkCreditCode(given);
  if (check.ok) return { value: check.creditCode, faults: [] };
  const { code, zh, en } = check.problem;
  return {
    value: null,
    faults: [{ path: 'creditCode', code, message: { zh: `${zh}。`, en: `${en}.` } }],
  };
}

/** Throws `notFound` for a township that isn't there or isn't the own one. */
async function checkTownship(tx: Tx, actor: Actor, townshipId: string | null): Promise<void> {
  if (townshipId === null) {
    if (reaches(actor, null)) return;
    const message = {
      zh: '请选本镇街；区外企业由区委组织部登记。',
      en: 'Choose your township; enterprises from outside are for the planner.',
    };
    throw invalid([{ path: 'townshipId', code: 'townshipMissing', message }]);
  }
  const township = await tx.region.findFirst({ where: { id: townshipId, level: 'township' } });
  if (!township || !reaches(actor, townshipId)) throw notFound();
}

async function takenFaults(
  tx: Tx,
  name: string,
  creditCode: string | null,
  ownId: string | null,
): Promise<Fault[]> {
  const others = await tx.enterprise.findMany({
    where: {
      OR: [{ name }, ...(creditCode === null ? [] : [{ creditCode }])],
      ...(ownId === null ? {} : { id: { not: ownId } }),
    },
    select: { name: true, creditCode: true },
  });
  return others.map((other) =>
    other.name === name
      ? {
          ...{ path: 'name', code: takenCode },
          message: { zh: `已有企业“${name}”。`, en: `There is an enterprise “${name}” already.` },
        }
      : {
          ...{ path: 'creditCode', code: takenCode },
          message: {
            zh: `这个代码已登记在“${other.name}”名下。`,
            en: `This code is registered for “${other.name}”.`,
          },
        },
  );
}

/** As the log keeps it: the telephone number masked. */
function logged(row: Enterprise): { [field: string]: Json } {
  const { id: _, searchKey: __, version: ___, contactPhone, ...fields } = row;
  return { ...fields, contactPhone: contactPhone === null ? null : maskPhone(contactPhone) };
}

async function referencesTo(tx: Tx, enterpriseId: string): Promise<Reference[]> {
  const village = { select: { name: true } };
  const pairings = await tx.enterprisePairing.findMany({
    where: { enterpriseId },
    select: { village },
  });
  const help = await tx.help.findMany({ where: { enterpriseId }, select: { content: true } });
  const sources = await tx.projectSource.findMany({
    where: { enterpriseId },
    select: { project: { select: { name: true } } },
  });
  const of = (code: string, names: string[], zh: string, en: string) => ({
    ...{ code, count: names.length, names },
    words: { zh, en },
  });
  return [
    of(
      'pairings',
      pairings.map((row) => row.village.name),
      '个结对',
      'pairings',
    ),
    of(
      'help',
      help.map(({ content }) => content),
      '项帮扶',
      'pieces of help',
    ),
    of(
      'projects',
      sources.map(({ project }) => project.name),
      '个项目的资金',
      'sources of projects',
    ),
  ];
}

function note(
  tx: Tx,
  action: string,
  { id, name, version }: Enterprise,
  change: Pick<AuditChange, 'before' | 'after'>,
): void {
  record(tx, {
    ...{ action, entity: 'enterprise', entityId: id, params: { name } },
    changes: [{ entity: 'enterprise', entityId: id, versionAfter: version, ...change }],
  });
}
