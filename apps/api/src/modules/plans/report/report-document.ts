import type { PlanReport } from '@xuanpai/contracts/plan-report';
import { rankWords } from '@xuanpai/contracts/words';
import { AlignmentType, type FileChild } from 'docx';
import { heading, officeDocument, plain, text, title } from '../../../lib/docx/office-document.ts';
import { officeTable } from '../../../lib/docx/office-table.ts';
import { percent } from '../explain/words.ts';
import { bandWords } from './age-bands.ts';
import {
  bandLabel,
  exceptionLine,
  exceptionTitles,
  fitWords,
  totalsWords,
  villageLabel,
} from './report-words.ts';

/** The report as a document for a meeting, in the form of GB/T 9704-2012. */
export function reportDocument(report: PlanReport): Promise<Uint8Array> {
  return officeDocument([
    title(`${report.batchName}选派方案汇报`),
    plain(`${report.plan.name}　年龄计算到${report.on}`, { alignment: AlignmentType.CENTER }),
    heading('一、总体情况'),
    text(totalsWords(report)),
    text(report.quality),
    heading('二、各镇街的职级和年龄'),
    townshipTable(report),
    heading('三、人选与村的需要'),
    text(fitWords(report)),
    bandTable(report),
    ...weakest(report),
    heading('四、需要说明的情况'),
    ...exceptions(report),
  ]);
}

function townshipTable({ ranks, ageBands, townships }: PlanReport): FileChild {
  const figures = [
    ...ranks.map((rank) => rankWords[rank].zh),
    ...ageBands.map((band) => `${bandWords(band)}岁`),
  ];
  return officeTable(
    [
      { heading: '镇街', share: 16 },
      { heading: '村', share: 6 },
      { heading: '人', share: 6 },
      ...figures.map((name) => ({ heading: name, share: 8 })),
      { heading: '平均年龄', share: 8 },
    ],
    townships.map(({ name, villages, people, ranks: byRank, ages, meanAge }) => [
      name,
      ...[villages, people, ...byRank, ...ages].map(String),
      meanAge === null ? '–' : meanAge.toFixed(1),
    ]),
  );
}

function bandTable({ fit }: PlanReport): FileChild {
  return officeTable(
    [
      { heading: '契合度', share: 40 },
      { heading: '区直村', share: 30 },
      { heading: '镇街村', share: 30 },
    ],
    fit.bands.map((band) => [bandLabel(band), String(band.district), String(band.township)]),
  );
}

function weakest({ fit }: PlanReport): FileChild[] {
  if (fit.weakest.length === 0) return [];
  return [
    text(`契合度最低的${fit.weakest.length}个村：`),
    officeTable(
      [
        { heading: '村', share: 20 },
        { heading: '类型', share: 20 },
        { heading: '契合度', share: 11 },
        { heading: '需要和人选', share: 49, words: true },
      ],
      fit.weakest.map((village) => [
        `${village.townshipName}${village.name}`,
        villageLabel(village),
        percent(village.fit),
        village.text,
      ]),
    ),
  ];
}

/** By kind, numbered: （一）年龄经研究同意 2处. */
function exceptions({ exceptions: all }: PlanReport): FileChild[] {
  if (all.length === 0) return [text('没有需要说明的情况。')];
  const kinds = [...new Set(all.map(({ kind }) => kind))];
  return kinds.flatMap((kind, at) => {
    const own = all.filter((one) => one.kind === kind);
    return [
      text(`（${'一二三四五六七'[at]}）${exceptionTitles[kind]}，${own.length}处。`),
      ...own.map((one, number) => text(`${number + 1}. ${exceptionLine(one)}`)),
    ];
  });
}
