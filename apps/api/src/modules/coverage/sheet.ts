import type { Coverage } from '@xuanpai/contracts/coverage';
import { tierWords, villageKindWords } from '@xuanpai/contracts/words';
import type { TierReasonCode } from '@xuanpai/domain/coverage';
import type { Actor } from '../../lib/actor.ts';
import type { Deps } from '../../lib/deps.ts';
import { readBatchOnDay, type VillageWithPosts } from '../../lib/records/batch-on-day.ts';
import { type FileReply, xlsx } from '../../lib/route.ts';
import { type OfficeSheet, writeSheet } from '../../lib/sheet/write-sheet.ts';
import { readCoverage } from './read-coverage.ts';

const reasonWords: Record<TierReasonCode, string> = {
  cityDispatched: '市直已选派',
  communityBuilding: villageKindWords.communityBuilding.zh,
  modelSecretary: villageKindWords.modelSecretary.zh,
  weakLax: villageKindWords.weakLax.zh,
  poor: '经济薄弱村',
  lagging: '相对后进村，由班子成员挂职',
  others: '其他村',
  override: '人工调整',
};

/** Coverage as the office files it: a sheet by township, and one of all villages with their reasons. */
export async function coverageSheet(deps: Deps, actor: Actor, batchId: string): Promise<FileReply> {
  const coverage = await readCoverage(deps, actor, batchId, {});
  const { batch, villages } = await readBatchOnDay(deps, batchId);
  const note = `${batch.name}    导出时间：${deps.today()}    覆盖${coverage.covered}/${coverage.villages}村`;
  const bytes = await writeSheet(townshipSheet(coverage, note), villageSheet(villages, note));
  return { filename: `${batch.name}覆盖表 ${deps.today()}.xlsx`, type: xlsx, bytes };
}

function townshipSheet({ byTownship, ...district }: Coverage, note: string): OfficeSheet {
  const total = (of: (township: Coverage['byTownship'][number]) => number) =>
    byTownship.reduce((sum, township) => sum + of(township), 0);
  return {
    sheetName: '按镇街',
    title: '选派“第一书记”村覆盖情况表',
    note,
    columns: [
      { heading: '镇街（园区）', kind: 'text', width: 16 },
      { heading: '村', kind: 'number' },
      { heading: '区直', kind: 'number' },
      { heading: '镇街', kind: 'number' },
      { heading: '市直', kind: 'number' },
      { heading: '已覆盖', kind: 'number' },
      { heading: '岗位', kind: 'number' },
      { heading: '班子成员', kind: 'number' },
      { heading: '相对后进村', kind: 'number', width: 12 },
    ],
    rows: byTownship.map((one) => [
      one.name,
      one.villages,
      one.byTier.district,
      one.byTier.township,
      one.byTier.city,
      one.covered,
      one.places,
      one.leadingBody,
      one.lagging,
    ]),
    totals: [
      '合计',
      district.villages,
      district.byTier.district,
      district.byTier.township,
      district.byTier.city,
      district.covered,
      district.places,
      total(({ leadingBody }) => leadingBody),
      total(({ lagging }) => lagging),
    ],
  };
}

function villageSheet(villages: readonly VillageWithPosts[], note: string): OfficeSheet {
  return {
    sheetName: '按村',
    title: '选派层级及理由表',
    note,
    columns: [
      { heading: '序号', kind: 'number' },
      { heading: '镇街（园区）', kind: 'text', width: 14 },
      { heading: '村名', kind: 'text', width: 16 },
      { heading: '区划代码', kind: 'text', width: 16 },
      { heading: '村类型', kind: 'text', width: 18 },
      { heading: '经营性收入（万元）', kind: 'moneyTenThousand', width: 14 },
      { heading: '选派层级', kind: 'text', width: 10 },
      { heading: '理由', kind: 'text', width: 30 },
      { heading: '岗位', kind: 'number' },
      { heading: '调整理由', kind: 'text', width: 24 },
    ],
    rows: villages.map((village, at) => [
      at + 1,
      village.townshipName,
      village.name,
      village.code,
      village.kinds.map((kind) => villageKindWords[kind].zh).join('、'),
      village.income,
      village.tier ? tierWords[village.tier].zh : '未定',
      village.reasons.map(({ code }) => reasonWords[code]).join('、'),
      village.places,
      village.overrideReason,
    ]),
  };
}
