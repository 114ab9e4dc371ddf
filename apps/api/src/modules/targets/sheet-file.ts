import type { TargetCell, TargetSheet } from '@xuanpai/contracts/target-reports';
import { judgedRankWords, measureDirectionWords } from '@xuanpai/contracts/target-values';
import type { Measure } from '@xuanpai/contracts/targets';
import type { Actor } from '../../lib/actor.ts';
import type { Deps } from '../../lib/deps.ts';
import { type FileReply, xlsx } from '../../lib/route.ts';
import { type SheetColumn, writeSheet } from '../../lib/sheet/write-sheet.ts';
import type { SheetValue } from '../../lib/sheet/written-value.ts';
import { readSheets } from './sheets.ts';

interface Line {
  period: string;
  sheet: TargetSheet;
  measure: Measure;
  cell: TargetCell;
}

type Column = SheetColumn & { value(line: Line, at: number): SheetValue };

const columns: Column[] = [
  { heading: '序号', kind: 'number', width: 6, value: (_, at) => at + 1 },
  { heading: '村', kind: 'text', width: 14, value: ({ sheet }) => sheet.villageName },
  { heading: '期别', kind: 'text', width: 14, value: ({ period }) => periodWords(period) },
  { heading: '目标', kind: 'text', width: 12, value: ({ measure }) => measure.aimName },
  { heading: '指标', kind: 'text', width: 30, value: ({ measure }) => measure.name },
  { heading: '单位', kind: 'text', width: 8, value: ({ measure }) => unitOf(measure) },
  { heading: '应达到', kind: 'text', width: 16, value: ({ measure }) => wantedOf(measure) },
  { heading: '上期', kind: 'text', width: 12, value: ({ cell }) => said(cell.before) },
  { heading: '本期', kind: 'text', width: 12, value: ({ cell }) => cell.reckoned ?? said(cell) },
  { heading: '说明', kind: 'text', width: 30, value: ({ cell }) => cell.note ?? '' },
];

/** A township's reports of a period, a line for each measure of a village; it can be imported again. */
export async function targetSheetFile(
  deps: Deps,
  actor: Actor,
  place: { townshipId: string; period: string; batchId: string },
): Promise<FileReply> {
  const { township, period, measures, sheets } = await readSheets(deps, actor, place);
  const byKey = new Map(measures.map((measure) => [measure.key, measure]));
  const lines = sheets.flatMap((sheet) =>
    sheet.cells.flatMap((cell): Line[] => {
      const measure = byKey.get(cell.measureKey);
      return measure ? [{ period: period.key, sheet, measure, cell }] : [];
    }),
  );
  const name = `${township.name}${periodWords(period.key)}目标进展`;
  const bytes = await writeSheet({
    sheetName: '目标进展',
    title: name,
    note: `“本期”填数或是、否；没有数的在“说明”里写原因。基础设施投入由项目支出得出，不用填。${period.reportBy}前报送。`,
    columns,
    rows: lines.map((line, at) => columns.map(({ value }) => value(line, at))),
    print: { landscape: true },
  });
  return { filename: `${name}.xlsx`, type: xlsx, bytes };
}

/** `2015Q3` as offices say it. */
export function periodWords(key: string): string {
  const [year, quarter] = key.split('Q');
  const words = ['一', '二', '三', '四'];
  return quarter ? `${year}年${words[Number(quarter) - 1]}季度` : `${year}年`;
}

function unitOf({ kind, unit }: Measure): string {
  return kind === 'yesNo' ? '是/否' : (unit ?? '');
}

function wantedOf({ kind, direction, threshold, thresholdRank }: Measure): string {
  if (kind === 'yesNo') return '是';
  if (thresholdRank) return judgedRankWords[thresholdRank].zh;
  if (kind === 'relative') return `${measureDirectionWords[direction].zh}镇街平均`;
  return `${measureDirectionWords[direction].zh}${threshold ?? ''}`;
}

function said(cell: { value: string | null; answer: boolean | null } | null): string {
  if (!cell) return '';
  if (cell.answer !== null) return cell.answer ? '是' : '否';
  return cell.value ?? '';
}
