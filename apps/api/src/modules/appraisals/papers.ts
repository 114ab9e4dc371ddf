import type { AppraisalRow } from '@xuanpai/contracts/appraisals';
import { postWords, tierWords } from '@xuanpai/contracts/words';
import { townshipUnitName } from '@xuanpai/domain/imports/townships';
import { type FileChild, PageBreak, Paragraph } from 'docx';
import type { Actor } from '../../lib/actor.ts';
import { invalid } from '../../lib/api-error.ts';
import type { DuePeriod } from '../../lib/appraisals/periods.ts';
import type { Deps } from '../../lib/deps.ts';
import { officeDocument, plain, text, title } from '../../lib/docx/office-document.ts';
import { officeTable } from '../../lib/docx/office-table.ts';
import { docx, type FileReply } from '../../lib/route.ts';
import { readAllAppraisals } from './read.ts';

/** 实绩考核意见表, a page for each cadre with an opinion that the reader may see. */
export async function appraisalPapers(
  deps: Deps,
  actor: Actor,
  query: Parameters<typeof readAllAppraisals>[2],
): Promise<FileReply> {
  const { rows, period } = await readAllAppraisals(deps, actor, query);
  const written = rows.filter(({ newest }) => newest !== null);
  if (written.length === 0) {
    const message = { zh: '这一期还没有意见可以打印。', en: 'There is no opinion to print yet.' };
    throw invalid([{ path: 'period', code: 'nothingWritten', message }]);
  }
  const pages = written.flatMap((row, at) => [
    ...(at === 0 ? [] : [new Paragraph({ children: [new PageBreak()] })]),
    ...page(row, period),
  ]);
  const bytes = await officeDocument(pages, { numbered: false });
  const [only, ...others] = written;
  const of = only && others.length === 0 ? `（${only.cadreName}）` : '';
  return {
    filename: `实绩考核意见表${of} ${period.startsOn}至${period.endsOn}.docx`,
    ...{ type: docx, bytes },
  };
}

function page(row: AppraisalRow, { startsOn, endsOn }: DuePeriod): FileChild[] {
  const { newest } = row;
  const signed = newest?.state === 'signed' ? newest : null;
  return [
    title('选派干部实绩考核意见表'),
    officeTable(
      [
        { heading: '姓名', share: 14 },
        { heading: '派出单位', share: 26 },
        { heading: '层级', share: 10 },
        { heading: '任职村和职务', share: 26 },
        { heading: '考核期', share: 24 },
      ],
      [
        [
          ...[row.cadreName, row.unitName, tierWords[row.tier].zh],
          `${row.townshipName}${row.villageName}${postWords[row.post].zh}`,
          `${startsOn}至${endsOn}`,
        ],
      ],
    ),
    plain(''),
    plain(`${townshipUnitName(row.townshipName)}意见：`),
    ...(newest?.opinion ?? '').split('\n').map((line) => text(line)),
    plain(''),
    plain(`负责人：${signed?.signedByName ?? ''}`, { indent: { left: 4480 } }),
    plain(`日期：${signed?.signedOn ?? '　　　年　　月　　日'}`, { indent: { left: 4480 } }),
    ...(newest && newest.edition > 1
      ? [plain(`第${newest.edition}版，更正理由：${newest.reason ?? ''}`)]
      : []),
  ];
}
