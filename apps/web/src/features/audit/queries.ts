import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { getAuditEntry, listAudit } from '@xuanpai/contracts/audit';
import type { QueryInputOf } from '@xuanpai/contracts/endpoint';
import { call } from '../../lib/api.ts';

/** The key of everything about the log: verifying adds an entry to it. */
export const auditKey = ['audit'] as const;

export function auditListQuery(query: QueryInputOf<typeof listAudit>) {
  return queryOptions({
    queryKey: [...auditKey, 'list', query],
    queryFn: ({ signal }) => call(listAudit, { query, signal }),
    placeholderData: keepPreviousData,
  });
}

export function auditEntryQuery(seq: number, paging: { page: number; pageSize: number }) {
  return queryOptions({
    queryKey: [...auditKey, 'entry', seq, paging],
    queryFn: ({ signal }) => call(getAuditEntry, { params: { seq }, query: paging, signal }),
    placeholderData: keepPreviousData,
    // An entry never changes.
    staleTime: Number.POSITIVE_INFINITY,
  });
}
