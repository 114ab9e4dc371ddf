import type { PlanReport } from '@xuanpai/contracts/plan-report';
import { rankWords } from '@xuanpai/contracts/words';
import { type OfficeSheet, writeSheet } from '../../../lib/sheet/write-sheet.ts';
import { percent } from '../explain/words.ts';
import type { OpenPlan } from '../read/open-plan.ts';
import { listOfPlaces } from '../sheet.ts';
import { bandWords } from './age-bands.ts';
import { villageFits } from './fit.ts';
import { presentFit, weakestFirst } from './present-report.ts';
import { exceptionTitles, totalsWords, villageLabel } from './report-words.ts';

/** The report as a workbook: townships, needs, exceptions, and everybody by village. */
export function reportSheet(open: OpenPlan, report: PlanReport): Promise<Uint8Array> {
  return writeSheet(
    townshipSheet(report),
    fitSheet(open, report),
    exceptionSheet(report),
    listOfPlaces(open),
  );
}

const number = (heading: string) => ({ heading, kind: 'number' as const, width: 10 });

function townshipSheet(report: PlanReport): OfficeSheet {
  const { ranks, ageBands, townships, totals } = report;
  const figures = townships.map(({ villages, people, ranks: byRank, ages }) => [
    villages,
    people,
    ...byRank,
    ...ages,
  ]);
  const sums = (figures[0] ?? []).map((_, at) =>
    figures.reduce((sum, row) => sum + (row[at] ?? 0), 0),
  );
  return {
    sheetName: '总体情况',
    title: `${report.batchName}选派方案汇报（${report.plan.name}）`,
    note: report.quality,
    columns: [
      { heading: '镇街', kind: 'text', width: 16 },
      number('村'),
      number('人'),
      ...ranks.map((rank) => number(rankWords[rank].zh)),
      ...ageBands.map((band) => number(`${bandWords(band)}岁`)),
      number('平均年龄'),
    ],
    rows: townships.map(({ name, meanAge }, at) => [name, ...(figures[at] ?? []), meanAge]),
    totals: ['合计', ...sums, totals.meanAge],
    footnote: `${totalsWords(report)}年龄计算到${report.on}。`,
  };
}

function fitSheet(open: OpenPlan, report: PlanReport): OfficeSheet {
  const fits = weakestFirst(villageFits(open)).map((one) => presentFit(open, one, 'zh'));
  return {
    sheetName: '人选与村的需要',
    title: '人选与村的需要（契合度低的在前）',
    note: `${report.batchName}${report.plan.name}    共${fits.length}个村`,
    columns: [
      { heading: '镇街', kind: 'text', width: 14 },
      { heading: '村', kind: 'text', width: 18 },
      { heading: '类型', kind: 'text', width: 26 },
      { heading: '契合度', kind: 'text', width: 10 },
      { heading: '需要和人选', kind: 'text', width: 70 },
    ],
    rows: fits.map((village) => [
      village.townshipName,
      village.name,
      villageLabel(village),
      percent(village.fit),
      village.text,
    ]),
  };
}

function exceptionSheet({ exceptions, batchName, plan }: PlanReport): OfficeSheet {
  return {
    sheetName: '需要说明的情况',
    title: '需要说明的情况',
    note: `${batchName}${plan.name}    共${exceptions.length}处`,
    columns: [
      { heading: '序号', kind: 'number', width: 6 },
      { heading: '类别', kind: 'text', width: 22 },
      { heading: '情况', kind: 'text', width: 60 },
      { heading: '理由', kind: 'text', width: 44 },
      { heading: '依据', kind: 'text', width: 24 },
    ],
    rows: exceptions.map(({ kind, text, reason, basis }, at) => [
      at + 1,
      exceptionTitles[kind],
      text,
      reason ?? '',
      basis ? (basis.kind === 'notice' ? `通知${basis.source}` : basis.source) : '',
    ]),
  };
}
