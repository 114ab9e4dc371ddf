import { auditEntityWords } from '@xuanpai/contracts/audit-entity-words';
import { auditActionWords } from '@xuanpai/contracts/audit-words';
import type { Actor } from '../../lib/actor.ts';
import type { Deps } from '../../lib/deps.ts';
import { readAll } from '../../lib/list.ts';
import { type FileReply, xlsx } from '../../lib/route.ts';
import { type SheetColumn, writeSheet } from '../../lib/sheet/write-sheet.ts';
import type { SheetValue } from '../../lib/sheet/written-value.ts';
import { note } from './acts.ts';
import { type AuditFilter, auditList, type EntryRow } from './list.ts';

const columns: SheetColumn[] = [
  { heading: '序号', kind: 'number' },
  { heading: '时间', kind: 'text', width: 20 },
  { heading: '人员', kind: 'text', width: 14 },
  { heading: '操作', kind: 'text', width: 20 },
  { heading: '对象', kind: 'text', width: 12 },
  { heading: '名称', kind: 'text', width: 18 },
  { heading: '对象编号', kind: 'text', width: 38 },
  { heading: '说明', kind: 'text', width: 40 },
  { heading: '变更行数', kind: 'number' },
  { heading: '校验值', kind: 'text', width: 66 },
];

/** The log as filtered, the newest first. */
export async function auditSheet(
  deps: Deps,
  actor: Actor,
  filter: AuditFilter,
): Promise<FileReply> {
  const entries = await readAll<EntryRow>(deps.db.pool, auditList(filter));
  const { sort: _, ...chosen } = filter;
  await note(deps, actor, 'audit.export', { entries: entries.length, ...chosen });
  const bytes = await writeSheet({
    sheetName: '审计日志',
    title: '审计日志',
    note: `导出人：${actor.name}    共${entries.length}条`,
    columns,
    rows: entries.map(valuesOf),
    print: { landscape: true },
  });
  return { filename: `审计日志 ${deps.today()}.xlsx`, type: xlsx, bytes };
}

function valuesOf(entry: EntryRow): SheetValue[] {
  const { name, ...facts } = entry.params as Record<string, unknown>;
  return [
    entry.seq,
    localTime(entry.at),
    entry.userName,
    auditActionWords[entry.action]?.zh ?? entry.action,
    auditEntityWords[entry.entity]?.zh ?? entry.entity,
    typeof name === 'string' ? name : null,
    entry.entityId,
    Object.keys(facts).length === 0 ? null : JSON.stringify(facts),
    entry.changes,
    entry.hash,
  ];
}

/** By the server's clock: `2015-04-24 09:26:05`. */
function localTime(at: Date): string {
  return at.toLocaleString('sv-SE');
}
