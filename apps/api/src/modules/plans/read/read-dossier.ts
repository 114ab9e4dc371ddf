import { toPlainDate } from '@xuanpai/database/dates';
import type { PrismaClient } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import { notFound } from '../../../lib/api-error.ts';
import { readPolicy } from '../../../lib/policy.ts';
import type { Dossier } from './dossier.ts';
import { readNominees } from './read-nominees.ts';
import { readVillages } from './read-villages.ts';

/**
 * Reads a batch as it is now: its villages with tiers, its nominees as judged on the batch's date,
 * and whoever else `placed` names. Throws `notFound` for an unknown batch.
 */
export async function readDossier(
  client: PrismaClient | Tx,
  batchId: string,
  placed: readonly { cadreId: string | null }[] = [],
): Promise<Dossier> {
  const row = await client.batch.findUnique({ where: { id: batchId } });
  if (!row) throw notFound();
  const batch = {
    id: row.id,
    name: row.name,
    date: toPlainDate(row.date),
    startsOn: toPlainDate(row.startsOn),
    endsOn: toPlainDate(row.endsOn),
  };
  const policy = await readPolicy(client, batchId, batch.date);
  const townships = await client.region.findMany({
    where: { level: 'township' },
    select: { id: true, name: true },
    orderBy: { code: 'asc' },
  });
  const cadreIds = placed.flatMap(({ cadreId }) => (cadreId === null ? [] : [cadreId]));
  return {
    batch,
    policy,
    townships,
    villages: await readVillages(client, batch, policy),
    cadres: await readNominees(client, batch, policy, cadreIds),
  };
}
