import type { Prisma } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import { builtInTemplates } from '@xuanpai/domain/targets/built-in';

/** Writes 四个好 and 四个新突破 where the database doesn't know them; gives the first edition of each. */
async function ensureFirstEditions(tx: Tx) {
  const known = await tx.targetTemplate.findMany({ where: { edition: 1 } });
  for (const { family, name, kinds, poor, measures } of builtInTemplates) {
    if (known.some((template) => template.family === family)) continue;
    const data: Prisma.TargetMeasureCreateWithoutTemplateInput[] = measures.map(
      ({ basis, onlyKinds, ...measure }, position) => ({
        ...measure,
        ...{ onlyKinds: [...onlyKinds], position },
        ...{ basisKind: basis.kind, basisSource: basis.source },
      }),
    );
    known.push(
      await tx.targetTemplate.create({
        data: { family, name, kinds: [...kinds], poor, edition: 1, measures: { create: data } },
      }),
    );
  }
  return known.filter(({ family }) => builtInTemplates.some((one) => one.family === family));
}

/** A new batch goes on with the editions of the last one; the first starts from the notice's. */
export async function startTemplates(
  tx: Tx,
  batch: { id: string; startsOn: Date },
  last: { id: string } | null,
): Promise<void> {
  const used = last ? await latestOf(tx, last.id) : [];
  const templates = used.length > 0 ? used : await ensureFirstEditions(tx);
  await tx.batchTargetTemplate.createMany({
    data: templates.map(({ id, family }) => ({
      ...{ batchId: batch.id, family, templateId: id },
      effectiveFrom: batch.startsOn,
    })),
  });
}

async function latestOf(tx: Tx, batchId: string) {
  const found = await tx.batchTargetTemplate.findMany({
    where: { batchId },
    orderBy: { effectiveFrom: 'desc' },
    distinct: ['family'],
  });
  return found.map(({ templateId, family }) => ({ id: templateId, family }));
}

/** At the start of the application: the notice's templates, and batches that use none yet. */
export async function ensureTargetTemplates(tx: Tx): Promise<void> {
  await ensureFirstEditions(tx);
  const without = await tx.batch.findMany({ where: { targetTemplates: { none: {} } } });
  for (const batch of without) await startTemplates(tx, batch, null);
}
