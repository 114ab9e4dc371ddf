import { gradeWords } from '@xuanpai/contracts/evaluation-words';
import { supportSourceWords } from '@xuanpai/contracts/support-words';
import type { TermEnd, TermOutcome } from '@xuanpai/contracts/term-ends';
import type { TermUnit } from '@xuanpai/contracts/term-units';
import { postWords } from '@xuanpai/contracts/words';
import { leftOutText } from '@xuanpai/domain/evaluation/stepping-back';
import { writtenDate } from '@xuanpai/domain/letters/written-date';
import type { FileChild } from 'docx';
import type { Actor } from '../../../lib/actor.ts';
import type { Deps } from '../../../lib/deps.ts';
import { heading, officeDocument, signed, text, title } from '../../../lib/docx/office-document.ts';
import { officeTable } from '../../../lib/docx/office-table.ts';
import type { BatchRecord } from '../../../lib/records/batch.ts';
import { docx, type FileReply } from '../../../lib/route.ts';
import { type Bar, barChart } from './charts.ts';
import { readAllTermEnds, readTermUnits } from './read.ts';
import { type ReportFacts, readReportFacts } from './report-facts.ts';

/** 选派工作期满总结 in the form of GB/T 9704-2012: what was reached, done, earned and decided. */
export async function termReport(deps: Deps, actor: Actor, batchId: string): Promise<FileReply> {
  const { batch, ends } = await readAllTermEnds(deps, actor, { batchId, sort: 'township' });
  const { items: units } = await readTermUnits(deps, actor, { batchId });
  const facts = await readReportFacts(deps, batch);
  const parts: [string, FileChild[]][] = [
    ['选派情况', [text(dispatched(batch, ends, units.length))]],
    ['目标任务', await targets(ends)],
    ['在村工作和督查', [text(presence(ends)), text(findings(ends))]],
    ['帮扶', await support(facts)],
    ['考核', await grades(facts)],
    ['待遇和经费', benefits(facts)],
    ['期满去留', decisions(ends, units)],
    ['不撤回的干部', staying(decidedAs(ends, 'stay'))],
    ['移交', [text(handedOver(ends))]],
  ];
  const bytes = await officeDocument([
    title(`${batch.name}选派“第一书记”工作期满总结`),
    ...parts.flatMap(([name, content], at) => [heading(`${numerals[at]}、${name}`), ...content]),
    ...signed('区选派“第一书记”工作办公室', writtenDate(deps.today())),
  ]);
  return { filename: `${batch.name}期满总结.docx`, type: docx, bytes };
}

const numerals = [...'一二三四五六七八九'];

function dispatched({ startsOn, endsOn }: BatchRecord, ends: readonly TermEnd[], units: number) {
  const days = `${writtenDate(startsOn)}至${writtenDate(endsOn)}`;
  return `${days}，期满时在任${ends.length}人，涉及${villages(ends)}个村、${units}个区直派出单位。`;
}

async function targets(ends: readonly TermEnd[]): Promise<FileChild[]> {
  return [
    text('按各村已确认的最近一期数据，到期指标完成情况如下。人不排名，只比较地方的进展。'),
    await barChart('各镇街到期指标完成比例', byTownship(ends)),
  ];
}

/** District cadres only: of the others the days depend on the week. */
function presence(ends: readonly TermEnd[]): string {
  const district = ends.filter(({ tier, months }) => tier === 'district' && months > 0);
  const months = district.reduce((sum, one) => sum + one.months, 0);
  if (months === 0) return '考勤：还没有已确认的月份。';
  const days = district.reduce((sum, { inVillage }) => sum + inVillage, 0);
  const absent = district.filter(({ absences }) => absences > 0).length;
  const said = `按已确认的考勤，区直选派干部人均每月在村${(days / months).toFixed(1)}天`;
  return `${said}，${absent > 0 ? `有旷工记录的${absent}人` : '没有旷工记录'}。`;
}

function findings(ends: readonly TermEnd[]): string {
  const places = [...new Map(ends.map((end) => [end.villageId, end])).values()];
  const all = places.reduce((sum, one) => sum + one.findings, 0);
  const open = places.reduce((sum, one) => sum + one.findingsOpen, 0);
  return `督查发现问题${all}个，已销号${all - open}个，未销号${open}个。`;
}

async function support({ brought, projects, accepted }: ReportFacts): Promise<FileChild[]> {
  const bars = brought.map(({ source, amount }) => ({
    label: supportSourceWords[source].zh,
    yuan: Number(amount),
  }));
  const total = bars.reduce((sum, { yuan }) => sum + yuan, 0);
  const most = Math.max(1, ...bars.map(({ yuan }) => yuan));
  return [
    text(
      `任期内各村到位帮扶资金和物资${tenThousands(total)}万元；项目${projects}个，已验收${accepted}个。`,
    ),
    ...(bars.length === 0
      ? []
      : [
          await barChart(
            '到位的帮扶资金和物资',
            bars.map(({ label, yuan }) => ({
              ...{ label, share: yuan / most, value: `${tenThousands(yuan)}万元` },
            })),
          ),
        ]),
  ];
}

const tenThousands = (yuan: number) => (yuan / 10_000).toFixed(2);

/** A drawing for each round in which somebody has a grade. */
async function grades({ rounds }: ReportFacts): Promise<FileChild[]> {
  if (rounds.length === 0) return [text('还没有确定的等次。')];
  const drawn: FileChild[] = [];
  for (const round of rounds) {
    const most = Math.max(...round.grades.map(({ count }) => count));
    const bars = round.grades.map(({ grade, count }) => ({
      ...{ label: gradeWords[grade].zh, share: count / most, value: `${count}人` },
    }));
    drawn.push(await barChart(`${round.name}等次`, bars));
  }
  return drawn;
}

function benefits({ uses, expenses }: ReportFacts): FileChild[] {
  return [
    text(`享受竞争上岗加分${uses}人。`),
    ...expenses.map(({ year, due, paid, used }) =>
      text(
        `第${year}任职年工作经费应付${tenThousands(Number(due))}万元，已付${tenThousands(Number(paid))}万元，已用${tenThousands(Number(used))}万元。`,
      ),
    ),
  ];
}

const decidedAs = (ends: readonly TermEnd[], outcome: TermOutcome) =>
  ends.filter(({ decision }) => decision?.state === 'decided' && decision.outcome === outcome);

function decisions(ends: readonly TermEnd[], units: readonly TermUnit[]): FileChild[] {
  const [commended, ordinary, stay] = [
    decidedAs(ends, 'commend'),
    decidedAs(ends, 'ordinary'),
    decidedAs(ends, 'stay'),
  ];
  const decided = commended.length + ordinary.length + stay.length;
  const names = units
    .filter(({ decision }) => decision?.state === 'decided' && decision.outcome === 'commend')
    .map(({ unitName }) => unitName);
  return [
    text(
      `已决定${decided}人：表彰${commended.length}人，正常期满${ordinary.length}人，不撤回${stay.length}人；未决定${ends.length - decided}人。`,
    ),
    ...people(commended),
    text(`表彰的单位：${names.join('、') || '无'}。`),
  ];
}

function handedOver(ends: readonly TermEnd[]): string {
  const handed = ends.filter(({ handover }) => handover.handedOn !== null).length;
  const district = ends.filter(({ tier }) => tier === 'district');
  const back = district.filter(({ membershipReturnedOn }) => membershipReturnedOn !== null).length;
  return `已登记移交${handed}人；区直选派干部${district.length}人中，组织关系已转回${back}人。`;
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

/** Figures are of everybody; whom whoever takes the report steps back from is named to others (E8). */
function named(ends: readonly TermEnd[]): { rows: TermEnd[]; leftOut: FileChild[] } {
  const words = leftOutText(ends.flatMap(({ stepsBack }) => stepsBack ?? []));
  return {
    rows: ends.filter(({ stepsBack }) => stepsBack === null),
    leftOut: words ? [text(words.zh)] : [],
  };
}

function people(ends: readonly TermEnd[]): FileChild[] {
  if (ends.length === 0) return [text('表彰的干部：无。')];
  const { rows, leftOut } = named(ends);
  const names = text('表彰的干部：');
  return [
    names,
    officeTable(
      [
        { heading: '姓名', share: 14 },
        { heading: '派出单位', share: 30, words: true },
        { heading: '任职村', share: 30, words: true },
        { heading: '职务', share: 26 },
      ],
      rows.map(({ cadreName, unitName, townshipName, villageName, post }) => [
        ...[cadreName, unitName, townshipName + villageName, postWords[post].zh],
      ]),
    ),
    ...leftOut,
  ];
}

function staying(ends: readonly TermEnd[]): FileChild[] {
  if (ends.length === 0) return [text('无。')];
  const { rows, leftOut } = named(ends);
  return [
    text('派出单位不脱钩，任职干部不撤回，完成下列工作后再办理。'),
    officeTable(
      [
        { heading: '姓名', share: 14 },
        { heading: '任职村', share: 26, words: true },
        { heading: '未完成的工作', share: 42, words: true },
        { heading: '期限', share: 18 },
      ],
      rows.map(({ cadreName, townshipName, villageName, decision }) => [
        ...[cadreName, townshipName + villageName, decision?.remaining ?? ''],
        decision?.stayUntil ?? '',
      ]),
    ),
    ...leftOut,
  ];
}
