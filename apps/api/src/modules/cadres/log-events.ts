import type { CadreEvent } from '@xuanpai/contracts/cadres';
import type { Json } from '@xuanpai/contracts/values';
import { entryOf, withEntry } from '../../lib/audit-entry.ts';
import { systemDay } from '../../lib/calendar.ts';
import type { Deps } from '../../lib/deps.ts';

/** The corrections that a line of time tells: the Party dates, which eligibility hangs on. */
const told = ['joinedOn', 'fullMemberOn'] as const;

/** What the log knows of a person: when registered, which Party dates were corrected, on which paper. */
export async function logEvents({ db, today }: Deps, cadreId: string): Promise<CadreEvent[]> {
  const changes = await db.prisma.auditChange.findMany({
    where: { entity: 'cadre', entityId: cadreId },
    include: withEntry,
    orderBy: { id: 'asc' },
  });
  return changes.flatMap(({ before, after, ...change }): CadreEvent[] => {
    const entry = entryOf(change);
    const on = systemDay(entry.at, today());
    if (before === null) return [{ on, kind: 'registered', params: { by: entry.userName } }];
    const corrected = told.flatMap((field) => correction(field, fields(before), fields(after)));
    if (corrected.length === 0) return [];
    const { document = null } = fields(entry.params);
    const params = { by: entry.userName, document, ...Object.fromEntries(corrected) };
    return [{ on, kind: 'corrected', params }];
  });
}

function correction(field: string, before: Fields, after: Fields): [string, Json][] {
  const is = after[field];
  return is === undefined ? [] : [[field, { was: before[field] ?? null, is }]];
}

type Fields = { [field: string]: Json };

function fields(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}
