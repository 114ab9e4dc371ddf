import type { PlainDate } from '@xuanpai/contracts/values';
import {
  appointmentKindWords,
  postWords,
  rankWords,
  tierWords,
  villageKindWords,
} from '@xuanpai/contracts/words';
import type { PrismaClient } from '@xuanpai/database/generated/client';
import { appointmentKindOf } from '@xuanpai/domain/posts';
import { scorePlan } from '@xuanpai/planner/score';
import { type FileReply, xlsx } from '../../lib/route.ts';
import { type OfficeSheet, writeSheet } from '../../lib/sheet/write-sheet.ts';
import type { SheetValue } from '../../lib/sheet/written-value.ts';
import { namesOf } from './read/names.ts';
import { type OpenPlan, openPlan } from './read/open-plan.ts';
import { presentSummary } from './read/present-summary.ts';
import { qualityWords } from './report/quality-words.ts';

const columns = [
  { heading: '序号', kind: 'number', width: 6 },
  { heading: '镇街', kind: 'text', width: 14 },
  { heading: '村', kind: 'text', width: 18 },
  { heading: '村类型', kind: 'text', width: 22 },
  { heading: '选派层级', kind: 'text', width: 10 },
  { heading: '职务', kind: 'text', width: 10 },
  { heading: '姓名', kind: 'text', width: 10 },
  { heading: '派出单位', kind: 'text', width: 20 },
  { heading: '单位及职务', kind: 'text', width: 26 },
  { heading: '职级', kind: 'text', width: 12 },
  { heading: '任职方式', kind: 'text', width: 10 },
  { heading: '锁定', kind: 'text', width: 6 },
  { heading: '村得分', kind: 'number', width: 10 },
  { heading: '空缺理由', kind: 'text', width: 24 },
] as const;

/** A plan as a workbook, a row for each place. Throws `notFound`. */
export async function planSheet(
  client: PrismaClient,
  planId: string,
  today: PlainDate,
): Promise<FileReply> {
  const open = await openPlan(client, planId, today);
  const { plan, dossier } = open;
  const bytes = await writeSheet(listOfPlaces(open));
  return { filename: `${dossier.batch.name}${plan.name}.xlsx`, type: xlsx, bytes };
}

/** The list of a plan with its points and how good it is proven to be. */
export function listOfPlaces(open: OpenPlan): OfficeSheet {
  const { plan, places, dossier, input, placement } = open;
  const score = scorePlan(input, placement);
  const quality = qualityWords(presentSummary(open, score)).zh;
  return {
    sheetName: plan.name,
    title: `${dossier.batch.name}选派方案（${plan.name}）`,
    note: `${quality}区直${score.district}分，镇街${score.township}分    已排：${placement.size}/${places.length}`,
    columns,
    rows: rowsOf(open, (villageId) => score.villages.get(villageId)?.total ?? 0),
    totals: [
      '合计',
      '',
      '',
      '',
      '',
      '',
      `${placement.size}名`,
      '',
      '',
      '',
      '',
      '',
      score.total,
      '',
    ],
  };
}

/** Village by village in the order of the codes, the lead first. */
function rowsOf(open: OpenPlan, scoreOf: (villageId: string) => number): SheetValue[][] {
  const { places, dossier } = open;
  const names = namesOf(dossier);
  const order = new Map(dossier.villages.map(({ villageId }, index) => [villageId, index]));
  const posts = ['firstSecretary', 'secretary', 'deputySecretary'];
  const sorted = places.toSorted(
    (a, b) =>
      (order.get(a.villageId) ?? 0) - (order.get(b.villageId) ?? 0) ||
      posts.indexOf(a.post) - posts.indexOf(b.post),
  );
  return sorted.map(({ villageId, tier, post, cadreId, pinnedCadreId, emptyReason }, index) => {
    const village = names.village(villageId);
    const cadre = names.cadre(cadreId ?? undefined);
    const kinds: string[] = (village?.kinds ?? []).map((kind) => villageKindWords[kind].zh);
    if (village?.poor) kinds.push('经济薄弱村');
    return [
      index + 1,
      village?.townshipName ?? '',
      village?.name ?? '',
      kinds.join('、'),
      tierWords[tier].zh,
      postWords[post].zh,
      cadre?.name ?? '',
      cadre?.unitName ?? '',
      cadre?.position ?? '',
      cadre ? rankWords[cadre.rank].zh : '',
      cadre ? appointmentKindWords[appointmentKindOf(cadre.tier, post)].zh : '',
      pinnedCadreId === null ? '' : '是',
      scoreOf(villageId),
      emptyReason ?? '',
    ];
  });
}
