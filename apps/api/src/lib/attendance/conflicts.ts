import type { Tx } from '@xuanpai/database/transaction';
import { ApiError } from '../api-error.ts';
import { entryOf, withEntry } from '../audit-entry.ts';

export interface Conflict {
  /** `assignmentId/day` or `assignmentId/field`. */
  path: string;
  /** As the log has it. */
  entityId: string;
  field: string;
  was: string | null;
  is: string | null;
}

/** What somebody else wrote meanwhile, place by place: by whom and when, as the log has it. */
export async function conflictsOf(tx: Tx, conflicts: readonly Conflict[]): Promise<ApiError> {
  const logged = await tx.auditChange.findMany({
    where: {
      entity: 'attendance',
      entityId: { in: [...new Set(conflicts.map(({ entityId }) => entityId))] },
    },
    select: { entityId: true, after: true, ...withEntry },
    orderBy: { id: 'desc' },
    take: 2000,
  });
  return new ApiError('cellsChanged', {
    detail: {
      zh: `有${conflicts.length}处已被他人修改，请逐处核对；其余内容没有丢失。`,
      en: `${conflicts.length} places were changed by somebody else; nothing else is lost.`,
    },
    faults: conflicts.map(({ path }) => ({
      path,
      code: 'cellChanged',
      message: { zh: '这一格已被他人修改。', en: 'Somebody else changed this cell.' },
    })),
    changes: conflicts.map(({ path, entityId, field, was, is }) => {
      const last = logged.find(
        (change) =>
          change.entityId === entityId &&
          typeof change.after === 'object' &&
          change.after !== null &&
          field in change.after,
      );
      const entry = last && entryOf(last);
      return {
        path,
        was,
        is,
        by: entry?.userName ?? null,
        at: entry?.at.toISOString() ?? null,
      };
    }),
  });
}
