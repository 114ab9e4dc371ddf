import type { BodyOf } from '@xuanpai/contracts/endpoint';
import type { createVillage } from '@xuanpai/contracts/villages';
import type { Tx } from '@xuanpai/database/transaction';
import type { Fault } from '../../lib/api-error.ts';
import { takenCode } from '../../lib/refuse.ts';

type Years = NonNullable<BodyOf<typeof createVillage>['years']>;

/** Villages are matched by their code: names occur twice. */
export async function codeFaults(tx: Tx, code: string): Promise<Fault[]> {
  const other = await tx.village.findUnique({ where: { code }, select: { name: true } });
  if (!other) return [];
  const message = {
    zh: `区划代码${code}已登记为“${other.name}”。`,
    en: `The code ${code} is registered as “${other.name}”.`,
  };
  return [{ path: 'code', code: takenCode, message }];
}

export async function townshipFaults(tx: Tx, townshipId: string): Promise<Fault[]> {
  const township = await tx.region.findFirst({
    where: { id: townshipId, level: 'township' },
    select: { id: true },
  });
  if (township) return [];
  const message = { zh: '没有这个镇街（园区）。', en: 'There is no such township.' };
  return [{ path: 'townshipId', code: 'townshipNotFound', message }];
}

/** A year stands once in the table. */
export function yearFaults(years: Years): Fault[] {
  return years.flatMap(({ year }, at) => {
    if (years.findIndex((other) => other.year === year) === at) return [];
    const message = { zh: `${year}年填了两次。`, en: `${year} is there twice.` };
    return [{ path: `years.${at}.year`, code: 'yearTwice', message }];
  });
}
