import type { EvidenceOwnerKind } from '@xuanpai/contracts/evidence';
import type { ReportPeriod } from '@xuanpai/domain/targets/periods';
import type { ProcessDeps } from '../../lib/deps.ts';
import type { HistoryOffice } from './history-office.ts';
import { drawnPicture } from './pictures.ts';
import { scannedPdf } from './scans.ts';

/** The township of the demo's officer, and the unit of its liaison. */
const township = { name: '郑旺镇' };
const unit = { name: '区财政局' };

interface File {
  name: string;
  bytes: Buffer;
}

/** Sends files to a row as one of the demo's people. */
export async function attach(
  { upload }: Pick<HistoryOffice, 'upload'>,
  by: string,
  owner: { kind: EvidenceOwnerKind; id: string | undefined },
  files: readonly File[],
): Promise<void> {
  if (owner.id === undefined) return;
  const url = `/api/evidence?kind=${owner.kind}&ownerId=${owner.id}`;
  for (const { name, bytes } of files) await upload(by, url, name, bytes);
}

/** Beside projects, help, findings, inspections and the rule: scans and pictures, an evidence file or two. */
export async function attachFiles(office: HistoryOffice): Promise<void> {
  const { prisma } = office.deps.db;
  const here = { village: { township } };
  const projects = await prisma.project.findMany({
    where: { ...here, state: 'accepted', sources: { some: { kind: 'unit' } } },
    select: { id: true, name: true, village: { select: { name: true } } },
    orderBy: [{ village: { code: 'asc' } }, { name: 'asc' }],
  });
  for (const { id, name, village } of projects) {
    await attach(office, 'officer', { kind: 'project', id }, [
      { name: '竣工验收单.pdf', bytes: await acceptance(village.name, name) },
      { name: '完工现场.jpg', bytes: await drawnPicture(`${village.name} ${name}`) },
    ]);
  }
  const help = await prisma.help.findFirst({
    where: { unit, state: 'reported' },
    select: { id: true, content: true },
    orderBy: { enteredAt: 'asc' },
  });
  await attach(office, 'liaison', { kind: 'help', id: help?.id }, [
    { name: '施工照片.jpg', bytes: await drawnPicture(help?.content ?? '') },
  ]);
  const finding = await prisma.finding.findFirst({
    where: { place: here, state: { in: ['open', 'answered'] } },
    select: { id: true, inspectionId: true, text: true },
    orderBy: [{ deadline: 'asc' }, { id: 'asc' }],
  });
  await attach(office, 'officer', { kind: 'finding', id: finding?.id }, [
    { name: '整改台账.pdf', bytes: await scannedPdf('整改台账', [[`问题：${finding?.text}`]]) },
  ]);
  await attach(office, 'inspector', { kind: 'inspection', id: finding?.inspectionId }, [
    { name: '现场照片.jpg', bytes: await drawnPicture('现场检查') },
  ]);
  const rule = await prisma.workRule.findFirst({ orderBy: { effectiveFrom: 'desc' } });
  await attach(office, 'planner', { kind: 'workRule', id: rule?.id }, [
    { name: '印发件.pdf', bytes: await scannedPdf(rule?.title ?? '', pagesOf(rule?.body ?? '')) },
  ]);
}

interface ReportOf {
  batchId: string;
  township: { name: string };
  period: Pick<ReportPeriod, 'key' | 'endsOn'>;
}

/** Beside a village's report: the page with which the township's accountant vouches for the income. */
export async function attachToReport(
  office: HistoryOffice,
  { batchId, township: { name }, period }: ReportOf,
): Promise<void> {
  if (name !== township.name) return;
  const sheet = await office.deps.db.prisma.targetSheet.findFirst({
    where: { batchId, period: period.key, status: 'draft', village: { township } },
    select: { id: true, village: { select: { name: true } } },
    orderBy: { village: { code: 'asc' } },
  });
  const lines = [
    `经核对${sheet?.village.name}账目，截至${period.endsOn}的集体经营性收入`,
    '与村填报的数字一致。',
    `${township.name}农村经济经营管理站`,
  ];
  await attach(office, 'officer', { kind: 'targetSheet', id: sheet?.id }, [
    { name: '经管站证明.pdf', bytes: await scannedPdf('收入证明', [lines]) },
  ]);
}

const acceptance = (village: string, project: string) =>
  scannedPdf('竣工验收单', [
    [
      `项目：${village}${project}`,
      '验收方式：镇、村和派出单位联合验收',
      '验收结论：工程量与图纸相符，质量合格',
      '验收日期：2016年9月18日',
    ],
    ['附：现场量测记录', '主街两段，厚度和宽度逐段抽测，均不低于设计值。'],
  ]);

/** Lines of at most 30 characters, 18 of them on a page. */
function pagesOf(text: string): string[][] {
  const lines = text.split('\n').flatMap((line) => line.match(/.{1,30}/gu) ?? []);
  const pages: string[][] = [];
  for (let at = 0; at < lines.length; at += 18) pages.push(lines.slice(at, at + 18));
  return pages;
}

/** Each file came on the day of what it goes with. */
export async function setFileInstants({ db }: Pick<ProcessDeps, 'db'>): Promise<void> {
  for (const [table, column, at] of [
    ['project', 'project_id', '(SELECT max(e.at) FROM project_event e WHERE e.project_id = o.id)'],
    ['help', 'help_id', 'o.reported_at'],
    ['finding', 'finding_id', '(SELECT max(e.at) FROM finding_event e WHERE e.finding_id = o.id)'],
    ['inspection', 'inspection_id', 'o.entered_at'],
    ['work_rule', 'work_rule_id', 'o.issued_at'],
    ['target_sheet', 'target_sheet_id', "o.ends_on + interval '5 days 10 hours'"],
    ['example', 'example_id', 'o.written_at'],
  ] as const) {
    await db.pool.query(
      `UPDATE attachment f SET uploaded_at = ${at} + interval '20 minutes' FROM ${table} o WHERE o.id = f.${column}`,
    );
  }
}
