import { type SignMeaning, signMeaningSchema } from '@xuanpai/contracts/import-books';
import type { PrismaClient } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import { type OwnSigns, signKey } from '@xuanpai/domain/attendance/read-marks';

/** What somebody's office means by its signs, as it was said in an earlier import. */
export async function recallSigns(
  client: PrismaClient | Tx,
  userId: string | null,
): Promise<OwnSigns> {
  if (userId === null) return new Map();
  const kept = await client.signMapping.findMany({ where: { userId }, orderBy: { sign: 'asc' } });
  return new Map(
    kept.flatMap(({ sign, mark }) => {
      const known = signMeaningSchema.safeParse(mark);
      return known.success ? [[sign, known.data] as const] : [];
    }),
  );
}

/** Keeps what signs stand for; null forgets one. A sign that no cell could hold is left out. */
export async function rememberSigns(
  tx: Tx,
  userId: string | null,
  signs: readonly { sign: string; means: SignMeaning | null }[],
): Promise<void> {
  if (userId === null) return;
  for (const { sign: written, means } of signs) {
    const sign = signKey(written).slice(0, 20);
    if (sign === '') continue;
    const where = { userId_sign: { userId, sign } };
    if (means === null) {
      await tx.signMapping.deleteMany({ where: { userId, sign } });
    } else {
      const choice = { mark: means, updatedAt: new Date() };
      await tx.signMapping.upsert({ where, create: { userId, sign, ...choice }, update: choice });
    }
  }
}
