import { gradeWords } from '@xuanpai/contracts/evaluation-words';
import type { TermEnd } from '@xuanpai/contracts/term-ends';
import { postWords } from '@xuanpai/contracts/words';
import { writtenDate } from '@xuanpai/domain/letters/written-date';
import type { FileChild } from 'docx';
import type { Actor } from '../../../lib/actor.ts';
import type { Deps } from '../../../lib/deps.ts';
import { heading, officeDocument, signed, text, title } from '../../../lib/docx/office-document.ts';
import { officeTable } from '../../../lib/docx/office-table.ts';
import { docx, type FileReply } from '../../../lib/route.ts';
import { type Bar, barChart } from './charts.ts';
import { readAllTermEnds, readTermUnits } from './read.ts';

/** 选派工作期满总结 in the form of GB/T 9704-2012: what was reached, by township, and what was decided. */
export async function termReport(deps: Deps, actor: Actor, batchId: string): Promise<FileReply> {
  const { batch, ends } = await readAllTermEnds(deps, actor, { batchId, sort: 'township' });
  const { items: units } = await readTermUnits(deps, actor, { batchId });
  const decided = ends.filter(({ decision }) => decision?.state === 'decided');
  const of = (outcome: string) => decided.filter(({ decision }) => decision?.outcome === outcome);
  const bytes = await officeDocument([
    title(`${batch.name}选派“第一书记”工作期满总结`),
    heading('一、选派情况'),
    text(
      `${writtenDate(batch.startsOn)}至${writtenDate(batch.endsOn)}，期满时在任${ends.length}人，涉及${villages(ends)}个村、${units.length}个区直派出单位。`,
    ),
    heading('二、目标任务'),
    text('按各村已确认的最近一期数据，到期指标完成情况如下。人不排名，只比较地方的进展。'),
    await barChart('各镇街到期指标完成比例', byTownship(ends)),
    heading('三、期满考核和去留'),
    text(
      `已决定${decided.length}人：表彰${of('commend').length}人，正常期满${of('ordinary').length}人，不撤回${of('stay').length}人。`,
    ),
    await barChart('期满考核等次', byGrade(ends)),
    heading('四、拟表彰的干部和单位'),
    ...people(of('commend')),
    text(
      `单位：${
        units
          .filter(({ decision }) => decision?.state === 'decided' && decision.outcome === 'commend')
          .map(({ unitName }) => unitName)
          .join('、') || '无'
      }。`,
    ),
    heading('五、不撤回的干部'),
    ...staying(of('stay')),
    ...signed('区选派“第一书记”工作办公室', writtenDate(deps.today())),
  ]);
  return { filename: `${batch.name}期满总结.docx`, type: docx, bytes };
}

const villages = (ends: readonly TermEnd[]) => new Set(ends.map(({ villageId }) => villageId)).size;

/** Each village once, however many people it has. */
function byTownship(ends: readonly TermEnd[]): Bar[] {
  const perVillage = new Map(ends.map((end) => [end.villageId, end]));
  const sums = new Map<string, { reached: number; all: number }>();
  for (const { townshipName, targets } of perVillage.values()) {
    const known = sums.get(townshipName) ?? { reached: 0, all: 0 };
    sums.set(townshipName, {
      reached: known.reached + targets.reached,
      all: known.all + targets.all,
    });
  }
  return [...sums].map(([label, { reached, all }]) => ({
    ...{ label, share: all === 0 ? 0 : reached / all, value: `${reached}/${all}` },
  }));
}

function byGrade(ends: readonly TermEnd[]): Bar[] {
  const counts = new Map<string, number>();
  for (const { termGrade } of ends) {
    const word = termGrade ? gradeWords[termGrade].zh : '未定';
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const most = Math.max(1, ...counts.values());
  return [...counts].map(([label, count]) => ({
    ...{ label, share: count / most, value: `${count}人` },
  }));
}

function people(ends: readonly TermEnd[]): FileChild[] {
  if (ends.length === 0) return [text('干部：无。')];
  return [
    officeTable(
      [
        { heading: '姓名', share: 14 },
        { heading: '派出单位', share: 30, words: true },
        { heading: '任职村', share: 30, words: true },
        { heading: '职务', share: 26 },
      ],
      ends.map(({ cadreName, unitName, townshipName, villageName, post }) => [
        ...[cadreName, unitName, townshipName + villageName, postWords[post].zh],
      ]),
    ),
  ];
}

function staying(ends: readonly TermEnd[]): FileChild[] {
  if (ends.length === 0) return [text('无。')];
  return [
    text('派出单位不脱钩，任职干部不撤回，完成下列工作后再办理。'),
    officeTable(
      [
        { heading: '姓名', share: 14 },
        { heading: '任职村', share: 26, words: true },
        { heading: '未完成的工作', share: 42, words: true },
        { heading: '期限', share: 18 },
      ],
      ends.map(({ cadreName, townshipName, villageName, decision }) => [
        ...[cadreName, townshipName + villageName, decision?.remaining ?? ''],
        decision?.stayUntil ?? '',
      ]),
    ),
  ];
}
