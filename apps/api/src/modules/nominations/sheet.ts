import type { QueryOf } from '@xuanpai/contracts/endpoint';
import type { exportNominations, Nomination } from '@xuanpai/contracts/nominations';
import type { Basis } from '@xuanpai/contracts/problems';
import {
  categoryWords,
  rankWords,
  specialityWords,
  staffingTypeWords,
  tierWords,
} from '@xuanpai/contracts/words';
import { findingSentence, judgementWords, partyDate } from '@xuanpai/domain/eligibility-words';
import type { Actor } from '../../lib/actor.ts';
import type { Deps } from '../../lib/deps.ts';
import { type FileReply, xlsx } from '../../lib/route.ts';
import { type SheetColumn, writeSheet } from '../../lib/sheet/write-sheet.ts';
import type { SheetValue } from '../../lib/sheet/written-value.ts';
import { readJudged } from './read.ts';

const columns: SheetColumn[] = [
  { heading: '序号', kind: 'number' },
  { heading: '层级', kind: 'text' },
  { heading: '派出单位', kind: 'text', width: 20 },
  { heading: '姓名', kind: 'text', width: 10 },
  { heading: '年龄', kind: 'number' },
  { heading: '现任职务', kind: 'text', width: 16 },
  { heading: '职级', kind: 'text', width: 12 },
  { heading: '编制性质', kind: 'text', width: 10 },
  { heading: '选派类别', kind: 'text', width: 14 },
  { heading: '专业特长', kind: 'text', width: 12 },
  { heading: '入党时间', kind: 'text', width: 12 },
  { heading: '转正时间', kind: 'text', width: 12 },
  { heading: '推定转正', kind: 'text', width: 12 },
  { heading: '判定', kind: 'text', width: 12 },
  { heading: '说明', kind: 'text', width: 44 },
  { heading: '依据', kind: 'text', width: 24 },
  { heading: '同意理由', kind: 'text', width: 20 },
];

/** The nominations as filtered, each with its judgement, the facts and the basis. */
export async function nominationSheet(
  deps: Deps,
  actor: Actor,
  batchId: string,
  query: QueryOf<typeof exportNominations>,
): Promise<FileReply> {
  const { batch, asked } = await readJudged(deps, actor, batchId, query);
  const bytes = await writeSheet({
    sheetName: '人选资格',
    title: `${batch.name}选派人选资格判定表`,
    note: `基准日：${batch.date}    导出时间：${deps.today()}    共${asked.length}名`,
    columns,
    rows: asked.map(valuesOf),
  });
  return { filename: `${batch.name}人选资格 ${deps.today()}.xlsx`, type: xlsx, bytes };
}

function valuesOf(nomination: Nomination, at: number): SheetValue[] {
  const { findings } = nomination;
  const date = (day: string | null) => (day === null ? null : partyDate(day));
  return [
    at + 1,
    tierWords[nomination.tier].zh,
    nomination.unitName,
    nomination.name,
    nomination.age,
    nomination.position,
    rankWords[nomination.rank].zh,
    staffingTypeWords[nomination.staffingType].zh,
    categoryWords[nomination.category].zh,
    specialityWords[nomination.speciality].zh,
    date(nomination.joinedOn),
    date(nomination.fullMemberOn),
    date(nomination.presumedFullMemberOn),
    judgementWords[nomination.judgement].zh,
    findings.map((finding) => findingSentence(finding).zh).join(''),
    [...new Set(findings.map(({ basis }) => written(basis)))].join(';'),
    nomination.acceptedReason,
  ];
}

/** The notice is cited by its clause; everything else names its own source. */
function written({ kind, source }: Basis): string {
  return kind === 'notice' ? `通知${source}` : source;
}
