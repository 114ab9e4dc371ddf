import type { BodyOf, QueryOf, ReplyOf } from '@xuanpai/contracts/endpoint';
import type { declareTie, listEvaluatorTies, Tie } from '@xuanpai/contracts/evaluation-teams';
import type { Prisma } from '@xuanpai/database/generated/client';
import type { Actor } from '../../lib/actor.ts';
import { type Fault, invalid, notFound } from '../../lib/api-error.ts';
import { record } from '../../lib/audit.ts';
import type { Deps } from '../../lib/deps.ts';
import { lockRow } from '../../lib/lock.ts';
import { checkVersion } from '../../lib/versions.ts';
import { writeAs } from '../../lib/write.ts';

const named = {
  user: { select: { name: true } },
  unit: { select: { name: true } },
  cadre: { select: { name: true } },
  village: { select: { name: true } },
} as const satisfies Prisma.EvaluatorTieInclude;

type Stored = Prisma.EvaluatorTieGetPayload<{ include: typeof named }>;

/** E8: what was declared of evaluators, by evaluator. */
export async function readTies(
  { db, today }: Deps,
  { userId }: QueryOf<typeof listEvaluatorTies>,
): Promise<ReplyOf<typeof listEvaluatorTies>> {
  const [found, evaluators] = await Promise.all([
    db.prisma.evaluatorTie.findMany({
      where: userId === undefined ? {} : { userId },
      include: named,
      orderBy: [{ user: { name: 'asc' } }, { declaredAt: 'asc' }, { id: 'asc' }],
    }),
    db.prisma.user.findMany({
      where: {
        disabledAt: null,
        roles: {
          some: {
            role: { in: ['evaluator', 'office'] },
            OR: [{ endsOn: null }, { endsOn: { gte: new Date(`${today()}T00:00:00Z`) } }],
          },
        },
      },
      select: { id: true, name: true },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
    }),
  ]);
  return { items: found.map(presentTie), total: found.length, evaluators };
}

function presentTie({ user, unit, cadre, village, declaredAt, ...row }: Stored): Tie {
  return {
    ...row,
    userName: user.name,
    toName: unit?.name ?? cadre?.name ?? village?.name ?? '',
    declaredAt: declaredAt.toISOString(),
  };
}

export function addTie(deps: Deps, actor: Actor, body: BodyOf<typeof declareTie>): Promise<Tie> {
  const faults = faultsOf(body);
  if (faults.length > 0) throw invalid(faults);
  return writeAs(deps, actor, async (tx) => {
    const row = await tx.evaluatorTie.create({
      data: { ...body, declaredByName: actor.name },
      include: named,
    });
    const tie = presentTie(row);
    const { kind, relation, toName, note } = tie;
    record(tx, {
      ...{ action: 'evaluatorTie.declare', entity: 'evaluatorTie', entityId: row.id },
      params: { name: tie.userName, kind, to: toName },
      changes: [
        {
          ...{ entity: 'evaluatorTie', entityId: row.id, versionAfter: 1, before: null },
          after: { kind, relation, to: toName, note },
        },
      ],
    });
    return tie;
  });
}

function faultsOf({
  kind,
  unitId,
  cadreId,
  villageId,
  relation,
}: BodyOf<typeof declareTie>): Fault[] {
  const faults: Fault[] = [];
  const add = (path: string, zh: string, en: string) =>
    faults.push({ path, code: 'missing', message: { zh, en } });
  const given = [unitId, cadreId, villageId].filter((id) => id !== null).length;
  if (given !== 1) add('kind', '单位、干部、村只填一项。', 'Name one: unit, cadre or village.');
  if (kind === 'unit' && unitId === null) add('unitId', '请选单位。', 'Choose the unit.');
  if (kind === 'home' && villageId === null) add('villageId', '请选村。', 'Choose the village.');
  if (kind === 'relative') {
    if (relation === null) add('relation', '请选亲属关系。', 'Say which kin.');
    if (unitId !== null) add('cadreId', '请选干部或村。', 'Choose the cadre or the village.');
  } else if (relation !== null) {
    add('relation', '只有亲属才填关系。', 'Only kin have a relation.');
  }
  return faults;
}

export function dropTie(deps: Deps, actor: Actor, id: string, seen: number): Promise<void> {
  return writeAs(deps, actor, async (tx) => {
    await lockRow(tx, 'evaluator_tie', id);
    const row = await tx.evaluatorTie.findUnique({ where: { id }, include: named });
    if (!row) throw notFound();
    const { kind, toName, userName, version } = presentTie(row);
    const current = { id, version, kind };
    await checkVersion(tx, { entity: 'evaluatorTie', id, version, current }, seen);
    await tx.evaluatorTie.delete({ where: { id } });
    record(tx, {
      ...{ action: 'evaluatorTie.remove', entity: 'evaluatorTie', entityId: id },
      params: { name: userName, kind, to: toName },
      changes: [
        { entity: 'evaluatorTie', entityId: id, before: { kind, to: toName }, after: null },
      ],
    });
  });
}
