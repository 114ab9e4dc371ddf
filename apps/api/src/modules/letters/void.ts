import type { BodyOf } from '@xuanpai/contracts/endpoint';
import { makesLetters } from '@xuanpai/contracts/letter-kinds';
import type { voidLetter } from '@xuanpai/contracts/letters';
import { may } from '@xuanpai/contracts/permissions';
import type { Actor } from '../../lib/actor.ts';
import { ApiError, notFound } from '../../lib/api-error.ts';
import { record } from '../../lib/audit.ts';
import type { Deps } from '../../lib/deps.ts';
import { refuseTied } from '../../lib/evaluation/stepping-back.ts';
import { runnerOf, sql } from '../../lib/sql.ts';
import { checkVersion } from '../../lib/versions.ts';
import { writeAs } from '../../lib/write.ts';

/** Voids a letter: its number stays taken, and its subject may get another. */
export function voidMade(
  deps: Deps,
  actor: Actor,
  id: string,
  { reason, version }: BodyOf<typeof voidLetter>,
): Promise<void> {
  return writeAs(deps, actor, async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM letter WHERE id = ${id}::uuid FOR UPDATE`;
    const letter = await tx.letter.findUnique({ where: { id } });
    if (!letter || !may(actor.roles, makesLetters(letter.kind))) throw notFound();
    if (letter.voidedAt) throw new ApiError('alreadyDone');
    const { kind, year, number, roundId, personId, unitId } = letter;
    if (roundId) {
      const decided = sql`p.round_id = ${roundId}::uuid AND p.state = 'decided'`;
      const about = personId
        ? sql`p.id = ${personId}::uuid`
        : unitId
          ? sql`p.unit_id = ${unitId}::uuid`
          : sql`true`;
      await refuseTied(runnerOf(tx), actor, sql`${decided} AND ${about}`, 'feedback');
    }
    const current = { kind, year, number, version: letter.version };
    await checkVersion(tx, { entity: 'letter', id, version: letter.version, current }, version);
    await tx.letter.update({
      where: { id },
      data: {
        ...{ voidReason: reason, voidedByName: actor.name, voidedAt: new Date() },
        version: { increment: 1 },
      },
    });
    record(tx, {
      ...{ action: 'letter.void', entity: 'letter', entityId: id },
      params: { kind, year, number, reason },
      changes: [
        {
          ...{ entity: 'letter', entityId: id, versionAfter: letter.version + 1 },
          before: { voidReason: null },
          after: { voidReason: reason },
        },
      ],
    });
  });
}
