import type { BodyOf } from '@xuanpai/contracts/endpoint';
import type { updateEvaluation } from '@xuanpai/contracts/evaluations';
import { roundLetterKindSchema, roundLetterKinds } from '@xuanpai/contracts/letter-kinds';
import type { EvaluationRound, PrismaClient } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import {
  afterChoices,
  type KindTemplate,
  roundTemplates,
  templateChoiceFaults,
} from '@xuanpai/domain/letters/round-templates';
import { invalid } from '../../lib/api-error.ts';

type Choices = NonNullable<BodyOf<typeof updateEvaluation>['templates']>;

/** The office's versions of letters about grades that are in use; a kind without one has the shipped. */
export async function readTemplatesInUse(client: PrismaClient | Tx): Promise<KindTemplate[]> {
  return keptOf(
    await client.letterTemplate.findMany({
      where: { kind: { in: [...roundLetterKinds] }, inUse: true },
      select: { kind: true, edition: true },
    }),
  );
}

/** Rows by the kinds of letters that a round has. */
export function keptOf(stored: readonly { kind: string; edition: number | null }[]) {
  return stored.flatMap(({ kind, edition }): KindTemplate[] => {
    const known = roundLetterKindSchema.safeParse(kind);
    return known.success ? [{ kind: known.data, edition }] : [];
  });
}

/**
 * Keeps what was chosen with the round, and says what changed, as the log wants it. Throws `invalid`
 * with every fault of the choices.
 */
export async function chooseTemplates(
  tx: Tx,
  { id, status }: Pick<EvaluationRound, 'id' | 'status'>,
  choices: Choices,
): Promise<Record<'before' | 'after', { templates?: Record<string, number | null> }>> {
  if (choices.length === 0) return { before: {}, after: {} };
  const editions = await tx.letterTemplate.findMany({
    where: { kind: { in: [...roundLetterKinds] } },
    select: { kind: true, edition: true },
  });
  const faults = templateChoiceFaults(choices, keptOf(editions));
  if (faults.length > 0) throw invalid(faults);
  const kept = keptOf(await tx.roundTemplate.findMany({ where: { roundId: id } }));
  const inUse = await readTemplatesInUse(tx);
  const after = afterChoices(kept, choices, inUse, { opened: status !== 'draft' });
  await replace(tx, id, after);
  return { before: { templates: byKind(kept) }, after: { templates: byKind(after) } };
}

/** From the opening on a round has a template of its own for each kind. */
export async function freezeTemplates(tx: Tx, roundId: string): Promise<void> {
  const kept = keptOf(await tx.roundTemplate.findMany({ where: { roundId } }));
  await replace(tx, roundId, roundTemplates(kept, await readTemplatesInUse(tx)));
}

async function replace(tx: Tx, roundId: string, templates: readonly KindTemplate[]) {
  await tx.roundTemplate.deleteMany({ where: { roundId } });
  await tx.roundTemplate.createMany({
    data: templates.map(({ kind, edition }) => ({ roundId, kind, edition })),
  });
}

function byKind(templates: readonly KindTemplate[]): Record<string, number | null> {
  return Object.fromEntries(templates.map(({ kind, edition }) => [kind, edition]));
}
