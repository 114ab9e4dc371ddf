import type { BodyOf } from '@xuanpai/contracts/endpoint';
import type {
  adoptTargetTemplate,
  copyTargetTemplate,
  saveTargetTemplate,
  TargetTemplate,
} from '@xuanpai/contracts/target-templates';
import type { PlainDate } from '@xuanpai/contracts/values';
import { toDate, toPlainDate } from '@xuanpai/database/dates';
import type { Prisma } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import type { NumberKey } from '@xuanpai/domain/policy/keys';
import { policyOn } from '@xuanpai/domain/policy/policy';
import { templateFaults } from '@xuanpai/domain/targets/template-faults';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../../lib/actor.ts';
import { ApiError, invalid, notFound } from '../../lib/api-error.ts';
import { record } from '../../lib/audit.ts';
import type { Deps } from '../../lib/deps.ts';
import { readBatch } from '../../lib/records/batch.ts';
import { measureOf, withMeasures } from '../../lib/targets/templates.ts';
import { checkVersion } from '../../lib/versions.ts';
import { writeAs } from '../../lib/write.ts';
import { presentMeasure } from './grid.ts';

const include = {
  ...withMeasures,
  batches: {
    include: { batch: { select: { name: true } } },
    orderBy: { effectiveFrom: 'asc' },
  },
} satisfies Prisma.TargetTemplateInclude;
type Row = Prisma.TargetTemplateGetPayload<{ include: typeof include }>;

/** Every edition, the families in the order that they were made in. */
export async function readTemplates({ db, today }: Deps): Promise<TargetTemplate[]> {
  const found = await db.prisma.targetTemplate.findMany({
    include,
    orderBy: [{ madeAt: 'asc' }, { family: 'asc' }, { edition: 'asc' }],
  });
  return found.map((row) => present(row, today()));
}

/** Throws `notFound`. */
export async function readTemplate({ db, today }: Deps, id: string): Promise<TargetTemplate> {
  const row = await db.prisma.targetTemplate.findUnique({ where: { id }, include });
  if (!row) throw notFound();
  return present(row, today());
}

/** Thresholds of the policy are shown as a first batch has them. */
function present({ madeAt, measures, batches, ...template }: Row, on: PlainDate): TargetTemplate {
  const policy = policyOn([], on);
  return {
    ...template,
    madeAt: madeAt.toISOString(),
    measures: measures.map((row) => {
      const measure = measureOf(row);
      return { ...presentMeasure(measure, { policy }), policyKey: measure.policyKey };
    }),
    uses: batches.map(({ batchId, batch, effectiveFrom }) => ({
      ...{ batchId, batchName: batch.name, effectiveFrom: toPlainDate(effectiveFrom) },
    })),
  };
}

/** A copy to edit. Throws `notFound`, `conflict` where the family has an unused edition already. */
export async function copyTemplate(
  deps: Deps,
  actor: Actor,
  { basedOnId, name }: BodyOf<typeof copyTargetTemplate>,
): Promise<TargetTemplate> {
  const id = await writeAs(deps, actor, async (tx) => {
    const base = await tx.targetTemplate.findUnique({
      where: { id: basedOnId },
      include: withMeasures,
    });
    if (!base) throw notFound();
    const family = name === null ? base.family : `own${uuid().replaceAll('-', '')}`;
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`target ${family}`}))`;
    const last = await tx.targetTemplate.findFirst({
      where: { family },
      orderBy: { edition: 'desc' },
    });
    if (last && !last.used) throw new ApiError('conflict', { detail: openEdition(last.name) });
    const { kinds, poor, note, measures } = base;
    const made = await tx.targetTemplate.create({
      data: {
        ...{ family, edition: (last?.edition ?? 0) + 1, name: name ?? base.name },
        ...{ kinds, poor, note, basedOnId, madeByName: actor.name },
        measures: { create: measures.map(({ templateId: _, ...measure }) => measure) },
      },
    });
    record(tx, {
      ...{ action: 'targetTemplate.copy', entity: 'targetTemplate', entityId: made.id },
      params: { name: made.name, edition: made.edition },
      changes: [
        {
          ...{ entity: 'targetTemplate', entityId: made.id, versionAfter: 1, before: null },
          after: { name: made.name, edition: made.edition, basedOnId },
        },
      ],
    });
    return made.id;
  });
  return readTemplate(deps, id);
}

/** Throws `notFound`, `staleVersion`, `conflict` once a batch uses it, `invalid` with every fault. */
export async function saveTemplate(
  deps: Deps,
  actor: Actor,
  id: string,
  { version: seen, measures, ...rest }: BodyOf<typeof saveTargetTemplate>,
): Promise<TargetTemplate> {
  const faults = templateFaults(
    measures.map((measure) => ({
      ...measure,
      threshold: measure.threshold === null ? null : Number(measure.threshold),
      policyKey: measure.policyKey as NumberKey | null,
    })),
  );
  if (faults.length > 0) throw invalid(faults);
  await writeAs(deps, actor, async (tx) => {
    const template = await holdUnused(tx, id, seen);
    await tx.targetMeasure.deleteMany({ where: { templateId: id } });
    await tx.targetMeasure.createMany({
      data: measures.map(({ basis, ...measure }, position) => ({
        ...measure,
        ...{ templateId: id, position, basisKind: basis.kind, basisSource: basis.source },
      })),
    });
    await tx.targetTemplate.update({
      where: { id },
      data: { ...rest, version: { increment: 1 } },
    });
    const { name, kinds, poor, note } = template;
    record(tx, {
      ...{ action: 'targetTemplate.save', entity: 'targetTemplate', entityId: id },
      params: { name: rest.name, edition: template.edition },
      changes: [
        {
          ...{ entity: 'targetTemplate', entityId: id, versionAfter: template.version + 1 },
          before: { name, kinds, poor, note, measures: template.measures.map(named) },
          after: { ...rest, measures: measures.map(named) },
        },
      ],
    });
  });
  return readTemplate(deps, id);
}

const named = ({ key, name }: { key: string; name: string }) => `${key} ${name}`;

/** Throws `notFound`, `staleVersion`, `conflict` once a batch uses it. */
export function removeTemplate(deps: Deps, actor: Actor, id: string, seen: number): Promise<void> {
  return writeAs(deps, actor, async (tx) => {
    const { name, edition } = await holdUnused(tx, id, seen);
    await tx.targetTemplate.delete({ where: { id } });
    record(tx, {
      ...{ action: 'targetTemplate.delete', entity: 'targetTemplate', entityId: id },
      params: { name, edition },
      changes: [
        {
          ...{ entity: 'targetTemplate', entityId: id, versionAfter: seen + 1 },
          ...{ before: { name, edition }, after: null },
        },
      ],
    });
  });
}

/** A batch uses an edition from a day on. Throws `notFound`, `staleVersion`, `invalid`. */
export async function adoptTemplate(
  deps: Deps,
  actor: Actor,
  id: string,
  { batchId, effectiveFrom, version: seen }: BodyOf<typeof adoptTargetTemplate>,
): Promise<TargetTemplate> {
  const batch = await readBatch(deps.db.prisma, batchId);
  if (effectiveFrom < batch.startsOn || effectiveFrom > batch.endsOn) {
    throw invalid([
      {
        ...{ path: 'effectiveFrom', code: 'outsideTerm' },
        message: {
          zh: `起用日期应在任期${batch.startsOn}至${batch.endsOn}之内。`,
          en: `The day lies outside the term of ${batch.startsOn} to ${batch.endsOn}.`,
        },
      },
    ]);
  }
  await writeAs(deps, actor, async (tx) => {
    const { family, name, edition, version } = await hold(tx, id, seen);
    const key = { batchId, family, effectiveFrom: toDate(effectiveFrom) };
    const data = { templateId: id, setByName: actor.name, setAt: new Date() };
    const known = await tx.batchTargetTemplate.findUnique({
      where: { batchId_family_effectiveFrom: key },
    });
    if (known?.templateId === id) throw new ApiError('alreadyDone');
    await tx.batchTargetTemplate.upsert({
      where: { batchId_family_effectiveFrom: key },
      create: { ...key, ...data },
      update: data,
    });
    await tx.targetTemplate.update({ where: { id }, data: { version: { increment: 1 } } });
    record(tx, {
      ...{ action: 'targetTemplate.adopt', entity: 'targetTemplate', entityId: id },
      params: { name, edition, batch: batch.name, effectiveFrom },
      changes: [
        {
          ...{ entity: 'targetTemplate', entityId: id, versionAfter: version + 1 },
          before: { templateId: known?.templateId ?? null },
          after: { templateId: id, batchId, effectiveFrom },
        },
      ],
    });
  });
  return readTemplate(deps, id);
}

async function hold(tx: Tx, id: string, seen: number) {
  await tx.$queryRaw`SELECT 1 FROM target_template WHERE id = ${id}::uuid FOR UPDATE`;
  const row = await tx.targetTemplate.findUnique({ where: { id }, include: withMeasures });
  if (!row) throw notFound();
  const { version, name, edition } = row;
  const current = { version, name, edition };
  await checkVersion(tx, { entity: 'targetTemplate', id, version, current }, seen);
  return row;
}

async function holdUnused(tx: Tx, id: string, seen: number) {
  const row = await hold(tx, id, seen);
  if (row.used) throw new ApiError('conflict', { detail: inUse });
  return row;
}

const inUse = {
  zh: '这份模板已启用，不再修改；请复制成新版。',
  en: 'The template is in use and stays as it is; copy it into another edition.',
};
const openEdition = (name: string) => ({
  zh: `“${name}”已有一版还没有启用，请先改那一版。`,
  en: `“${name}” has an edition that isn’t in use yet; change that one.`,
});
