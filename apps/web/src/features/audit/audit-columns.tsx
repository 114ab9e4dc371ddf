import type { listAudit } from '@xuanpai/contracts/audit';
import type { ReplyOf } from '@xuanpai/contracts/endpoint';
import { formatClock, formatNumber } from '../../lib/format.ts';
import type { Dictionary } from '../../locales/zh-cn.ts';
import type { Column } from '../../ui/table-column.ts';
import { actionName, entityName } from './audit-words.ts';

export type AuditEntry = ReplyOf<typeof listAudit>['items'][number];

export function auditColumns(text: Dictionary['audit']): Column<AuditEntry>[] {
  return [
    {
      key: 'seq',
      title: text.seq,
      width: 80,
      align: 'end',
      sortable: true,
      fixed: true,
      cell: (entry) => entry.seq,
    },
    {
      key: 'at',
      title: text.at,
      width: 150,
      cell: (entry) => formatClock(entry.at),
      phone: 'side',
    },
    { key: 'who', title: text.who, width: 120, cell: (entry) => entry.userName, phone: 'note' },
    {
      key: 'action',
      title: text.action,
      width: 200,
      cell: (entry) => actionName(entry.action),
      phone: 'title',
    },
    { key: 'object', title: text.object, cell: objectName, phone: 'note' },
    {
      key: 'rows',
      title: text.rows,
      unit: text.rowsUnit,
      width: 120,
      align: 'end',
      cell: (entry) => (entry.changes === 0 ? '' : formatNumber(entry.changes)),
    },
  ];
}

/** What the act was about: kind of row, and its name where the act says it. */
export function objectName(entry: AuditEntry): string {
  return [entityName(entry.entity), nameOf(entry)].filter((part) => part !== undefined).join(' ');
}

export function nameOf({ params }: AuditEntry): string | undefined {
  const name = params.name ?? params.filename;
  return typeof name === 'string' && name !== '' ? name : undefined;
}
