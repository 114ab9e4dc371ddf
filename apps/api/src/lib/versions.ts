import type { Change } from '@xuanpai/contracts/problems';
import type { Json } from '@xuanpai/contracts/values';
import type { Tx } from '@xuanpai/database/transaction';
import { ApiError } from './api-error.ts';
import { entryOf, withEntry } from './audit-entry.ts';

/**
 * Refuses a write whose `version` is no longer the row's: with the row as it is, and each field that
 * changed since, by whom and when.
 */
export async function checkVersion(
  tx: Tx,
  row: { entity: string; id: string; version: number; current: Json },
  seen: number,
): Promise<void> {
  if (row.version === seen) return;
  throw new ApiError('staleVersion', {
    current: row.current,
    changes: await changesSince(tx, row.entity, row.id, seen),
    detail: {
      zh: '您看到的内容已被他人修改。请核对变化后再办。',
      en: 'Somebody changed this since you opened it. Look at the changes and try again.',
    },
  });
}

async function changesSince(tx: Tx, entity: string, entityId: string, seen: number) {
  const found = await tx.auditChange.findMany({
    where: { entity, entityId, versionAfter: { gt: seen } },
    include: withEntry,
    orderBy: { id: 'asc' },
  });
  return found.flatMap(({ before, after, ...change }) => {
    const entry = entryOf(change);
    const was = fieldsOf(before);
    const is = fieldsOf(after);
    return Object.keys(is).map(
      (path): Change => ({
        path,
        was: asText(was[path]),
        is: asText(is[path]),
        by: entry.userName,
        at: entry.at.toISOString(),
      }),
    );
  });
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function asText(value: unknown) {
  if (value === null || value === undefined) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
