import type { PrismaClient } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import { readPolicy } from '../../../lib/policy.ts';
import { readBatch } from '../../../lib/records/batch.ts';
import { readBatchVillages } from '../../../lib/records/batch-villages.ts';
import { runnerOf } from '../../../lib/sql.ts';
import type { Dossier } from './dossier.ts';
import { type NomineesOf, readNominees } from './read-nominees.ts';
import { readRelatives } from './relatives.ts';

/**
 * Reads a batch as it is now: its villages with tiers, its nominees as judged on the batch's date,
 * and whoever else `placed` names; `plan` as `readNominees` takes it. Throws `notFound` for an unknown batch.
 */
export async function readDossier(
  client: PrismaClient | Tx,
  batchId: string,
  placed: readonly { cadreId: string | null }[] = [],
  plan: NomineesOf = {},
): Promise<Dossier> {
  const batch = await readBatch(client, batchId);
  const policy = await readPolicy(client, batchId, batch.date);
  const townships = await client.region.findMany({
    where: { level: 'township' },
    select: { id: true, name: true },
    orderBy: { code: 'asc' },
  });
  const cadreIds = placed.flatMap(({ cadreId }) => (cadreId === null ? [] : [cadreId]));
  const cadres = await readNominees(client, batch, policy, cadreIds, plan);
  return {
    batch,
    policy,
    townships,
    villages: await readBatchVillages(runnerOf(client), batch, policy),
    cadres,
    relatives: await readRelatives(
      client,
      cadres.map(({ nominationId }) => nominationId),
    ),
  };
}
