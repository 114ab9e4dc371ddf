import type { Comparison } from '@xuanpai/contracts/plan-variants';
import type { PlainDate } from '@xuanpai/contracts/values';
import { postWords, scorePartWords, tierWords } from '@xuanpai/contracts/words';
import type { PrismaClient } from '@xuanpai/database/generated/client';
import { type FileReply, xlsx } from '../../../lib/route.ts';
import { writeSheet } from '../../../lib/sheet/write-sheet.ts';
import { openPair } from './open-pair.ts';
import { presentComparison } from './present-comparison.ts';

/** Two plans as a workbook: the villages that differ, and who moves. Throws as `openPair`. */
export async function comparisonSheet(
  client: PrismaClient,
  firstId: string,
  secondId: string,
  today: PlainDate,
): Promise<FileReply> {
  const pair = await openPair(client, firstId, secondId, today);
  const found = presentComparison(pair, 'zh');
  const { first, second } = found;
  const title = `${pair.first.dossier.batch.name}方案比较（${first.name}、${second.name}）`;
  const scores = [first, second].map(({ name, score }) => `${name}${score ?? 0}分`).join('，');
  const note = `${scores}    ${basisOf(found)}    ${today}`;
  const bytes = await writeSheet(
    { sheetName: '村', title, note, columns: villageColumns(found), rows: villageRows(found) },
    { sheetName: '人选', title, note, columns: personColumns, rows: personRows(found) },
  );
  return { filename: `${title}.xlsx`, type: xlsx, bytes };
}

function basisOf({ sameWeights, first }: Comparison): string {
  return sameWeights ? '两方案权重相同' : `得分和变化按${first.name}的权重计算`;
}

function villageColumns({ first, second, sameWeights }: Comparison) {
  return [
    { heading: '序号', kind: 'number', width: 6 },
    { heading: '镇街', kind: 'text', width: 14 },
    { heading: '村', kind: 'text', width: 18 },
    { heading: '选派层级', kind: 'text', width: 10 },
    { heading: `${first.name}第一书记`, kind: 'text', width: 18 },
    { heading: `${first.name}副书记`, kind: 'text', width: 18 },
    { heading: `${second.name}第一书记`, kind: 'text', width: 18 },
    { heading: `${second.name}副书记`, kind: 'text', width: 18 },
    { heading: `${first.name}得分`, kind: 'number', width: 12 },
    { heading: `${second.name}得分`, kind: 'number', width: 12 },
    { heading: '变化', kind: 'number', width: 10 },
    { heading: '变化的得分项', kind: 'text', width: 40 },
    ...(sameWeights
      ? []
      : [{ heading: `${second.name}得分（自身权重）`, kind: 'number' as const, width: 18 }]),
  ] as const;
}

function villageRows({ villages, sameWeights }: Comparison) {
  return villages
    .filter(({ moved, before, after }) => moved || before !== after)
    .map((village, at) => [
      at + 1,
      village.townshipName,
      village.name,
      tierWords[village.tier].zh,
      village.first.lead?.name ?? '空缺',
      deputyOf(village.tier, village.first),
      village.second.lead?.name ?? '空缺',
      deputyOf(village.tier, village.second),
      village.before,
      village.after,
      changeOf(village),
      partWords(village.parts),
      ...(sameWeights ? [] : [village.own]),
    ]);
}

function deputyOf(tier: 'district' | 'township', { deputy }: Comparison['villages'][0]['first']) {
  return deputy?.name ?? (tier === 'district' ? '空缺' : '');
}

const personColumns = [
  { heading: '序号', kind: 'number', width: 6 },
  { heading: '姓名', kind: 'text', width: 10 },
  { heading: '派出单位', kind: 'text', width: 22 },
  { heading: '原安排', kind: 'text', width: 26 },
  { heading: '新安排', kind: 'text', width: 26 },
  { heading: '变化的得分项', kind: 'text', width: 40 },
] as const;

function personRows({ people }: Comparison) {
  return people.map(({ name, unitName, from, to, parts }, at) => [
    at + 1,
    name,
    unitName,
    from ? `${from.village}${postWords[from.post].zh}` : '未排入',
    to ? `${to.village}${postWords[to.post].zh}` : '未排入',
    partWords(parts),
  ]);
}

function partWords(parts: Comparison['parts']): string {
  return parts
    .map((part) => `${scorePartWords[part.kind].zh} ${part.before}→${part.after}`)
    .join('，');
}

function changeOf({ before, after }: { before: number; after: number }): number {
  return Math.round((after - before) * 1e4) / 1e4;
}
