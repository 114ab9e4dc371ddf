import type { Vacancy, Warnings } from '@xuanpai/contracts/vacancies';
import type { PlainDate } from '@xuanpai/contracts/values';
import { postWords } from '@xuanpai/contracts/words';
import type { Actor } from '../../lib/actor.ts';
import type { Deps } from '../../lib/deps.ts';
import { readBatch } from '../../lib/records/batch.ts';
import { readWarnings } from '../../lib/records/warnings.ts';
import { type FileReply, xlsx } from '../../lib/route.ts';
import { type OfficeSheet, writeSheet } from '../../lib/sheet/write-sheet.ts';

/** 预警 as the office files it: a sheet for each kind. */
export async function warningsSheet(
  deps: Deps,
  actor: Actor,
  batchId: string,
  on: PlainDate,
): Promise<FileReply> {
  const batch = await readBatch(deps.db.prisma, batchId);
  const warnings = await readWarnings(deps, actor, batch, on);
  const note = `${batch.name}    截至${on}`;
  const bytes = await writeSheet(
    endingSheet(warnings, note),
    vacantSheet(warnings, note),
    severalSheet(warnings, note),
  );
  return { filename: `${batch.name}任职预警 ${on}.xlsx`, type: xlsx, bytes };
}

function endingSheet({ endingSoon, termDays }: Warnings, note: string): OfficeSheet {
  return {
    sheetName: '任期届满',
    title: `任期${termDays}天内届满名单`,
    note: `${note}    共${endingSoon.length}名`,
    columns: [
      { heading: '序号', kind: 'number', width: 6 },
      { heading: '镇街（园区）', kind: 'text', width: 14 },
      { heading: '村', kind: 'text', width: 18 },
      { heading: '任职职务', kind: 'text', width: 10 },
      { heading: '姓名', kind: 'text', width: 10 },
      { heading: '派出单位', kind: 'text', width: 24 },
      { heading: '任职止', kind: 'date', width: 12 },
      { heading: '还有（天）', kind: 'number', width: 10 },
    ],
    rows: endingSoon.map((one, at) => [
      at + 1,
      one.townshipName,
      one.villageName,
      postWords[one.post].zh,
      one.cadreName,
      one.unitName,
      one.endsOn,
      one.daysLeft,
    ]),
  };
}

const postOf = ({ lead }: Vacancy) => (lead ? postWords.firstSecretary : postWords.deputySecretary);

function vacantSheet({ vacant, vacantDays }: Warnings, note: string): OfficeSheet {
  return {
    sheetName: '空岗',
    title: `空缺超过${vacantDays}天的岗位`,
    note: `${note}    共${vacant.length}个`,
    columns: [
      { heading: '序号', kind: 'number', width: 6 },
      { heading: '镇街（园区）', kind: 'text', width: 14 },
      { heading: '村', kind: 'text', width: 18 },
      { heading: '职务', kind: 'text', width: 10 },
      { heading: '空缺自', kind: 'date', width: 12 },
      { heading: '已空（天）', kind: 'number', width: 10 },
      { heading: '前任', kind: 'text', width: 10 },
    ],
    rows: vacant.map((one, at) => [
      at + 1,
      one.townshipName,
      one.villageName,
      postOf(one).zh,
      one.from,
      one.days,
      one.before?.cadreName ?? '',
    ]),
  };
}

function severalSheet({ inSeveralBatches }: Warnings, note: string): OfficeSheet {
  return {
    sheetName: '两个批次',
    title: '出现在两个及以上批次的人员',
    note: `${note}    共${inSeveralBatches.length}名`,
    columns: [
      { heading: '序号', kind: 'number', width: 6 },
      { heading: '姓名', kind: 'text', width: 10 },
      { heading: '派出单位', kind: 'text', width: 24 },
      { heading: '批次与任职村', kind: 'text', width: 50 },
    ],
    rows: inSeveralBatches.map(({ cadreName, unitName, batches }, at) => [
      at + 1,
      cadreName,
      unitName,
      batches.map(({ name, villageName }) => `${name}（${villageName ?? '未任职'}）`).join('、'),
    ]),
  };
}
