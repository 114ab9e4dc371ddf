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
import { ApiError, invalid } from '../../lib/api-error.ts';
import { keepShipped } from '../../lib/letters/keep-shipped.ts';

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
 * Keeps what was chosen with the round, and says what changed, as the log wants it. Throws `conflict`
 * once the round is closed, `invalid` with every fault of the choices.
 */
export async function chooseTemplates(
  tx: Tx,
  { id, status }: Pick<EvaluationRound, 'id' | 'status'>,
  choices: Choices,
): Promise<Record<'before' | 'after', { templates?: Record<string, number | null> }>> {
  if (choices.length === 0) return { before: {}, after: {} };
  if (status === 'closed') throw afterClosing();
  const editions = await tx.letterTemplate.findMany({
    where: { kind: { in: [...roundLetterKinds] } },
    select: { kind: true, edition: true },
  });
  const faults = templateChoiceFaults(choices, keptOf(editions));
  if (faults.length > 0) throw invalid(faults);
  const kept = keptOf(await tx.roundTemplate.findMany({ where: { roundId: id } }));
  const inUse = await readTemplatesInUse(tx);
  const opened = status !== 'draft';
  const after = afterChoices(kept, choices, inUse, { opened });
  await replace(tx, id, kept, after);
  if (opened) await keepShipped(tx, id);
  return { before: { templates: byKind(kept) }, after: { templates: byKind(after) } };
}

function afterClosing() {
  return new ApiError('conflict', {
    detail: {
      zh: '考核已办结，文书模板不能再改；已作出的文书仍按原模板打印。',
      en: 'The round is closed: its templates stay, and its letters print as they did.',
    },
  });
}

/** From the opening on a round has a template of its own for each kind; of those that are shipped the bytes. */
export async function freezeTemplates(tx: Tx, roundId: string): Promise<void> {
  const kept = keptOf(await tx.roundTemplate.findMany({ where: { roundId } }));
  await replace(tx, roundId, kept, roundTemplates(kept, await readTemplatesInUse(tx)));
  await keepShipped(tx, roundId);
}

/** What stays keeps its row, and with it the bytes. */
async function replace(
  tx: Tx,
  roundId: string,
  before: readonly KindTemplate[],
  after: readonly KindTemplate[],
) {
  const within = (all: readonly KindTemplate[], { kind, edition }: KindTemplate) =>
    all.some((one) => one.kind === kind && one.edition === edition);
  const gone = before.filter((one) => !within(after, one)).map(({ kind }) => kind);
  await tx.roundTemplate.deleteMany({ where: { roundId, kind: { in: gone } } });
  await tx.roundTemplate.createMany({
    data: after
      .filter((one) => !within(before, one))
      .map(({ kind, edition }) => ({ roundId, kind, edition })),
  });
}

function byKind(templates: readonly KindTemplate[]): Record<string, number | null> {
  return Object.fromEntries(templates.map(({ kind, edition }) => [kind, edition]));
}
