import type { QueryOf } from '@xuanpai/contracts/endpoint';
import { judgedRankWords, targetStateWords } from '@xuanpai/contracts/target-values';
import type { exportTargets } from '@xuanpai/contracts/targets';
import { villageKindWords } from '@xuanpai/contracts/words';
import { standingOn } from '@xuanpai/domain/targets/aims';
import type { Actor } from '../../lib/actor.ts';
import type { Deps } from '../../lib/deps.ts';
import { dayNote } from '../../lib/known.ts';
import { type FileReply, xlsx } from '../../lib/route.ts';
import { type SheetColumn, writeSheet } from '../../lib/sheet/write-sheet.ts';
import { type Grid, readGrid } from './grid.ts';

type Village = Grid['villages'][number];
type Measure = Grid['measures'][number];

const fixed: SheetColumn[] = [
  { heading: '序号', kind: 'number', width: 6 },
  { heading: '镇街（园区）', kind: 'text', width: 14 },
  { heading: '村', kind: 'text', width: 16 },
  { heading: '村类型', kind: 'text', width: 20 },
];

/** 各村目标任务进展表 as it stands on a day: the value of each measure with its state. */
export async function targetGridFile(
  deps: Deps,
  actor: Actor,
  query: QueryOf<typeof exportTargets>,
): Promise<FileReply> {
  const today = deps.today();
  const { on, measures, villages } = await readGrid(deps, actor, query);
  const used = measures.filter(({ key }) =>
    villages.some(({ standings }) => standings.some(({ measureKey }) => measureKey === key)),
  );
  const bytes = await writeSheet({
    sheetName: '目标进展',
    title: '选派任职村目标任务进展表',
    note: `${dayNote({ on: query.on ?? today, today, known: query.known }, '已确认')}    金额以元计，比率以百分数计`,
    columns: [
      ...fixed,
      ...used.map(({ name }): SheetColumn => ({ heading: name, kind: 'text', width: 16 })),
    ],
    rows: villages.map((village, at) => [
      at + 1,
      village.townshipName,
      village.villageName,
      kindsOf(village),
      ...used.map((measure) => cellOf(measure, village, on)),
    ]),
    print: { landscape: true },
  });
  return { filename: `目标任务进展表 ${on}.xlsx`, type: xlsx, bytes };
}

function kindsOf({ kinds, poor }: Village): string {
  return [...kinds.map((kind) => villageKindWords[kind].zh), ...(poor ? ['经济薄弱村'] : [])].join(
    '、',
  );
}

/** 22000，正常推进. */
function cellOf({ key, unit }: Measure, { standings }: Village, on: string): string {
  const own = standings.filter(({ measureKey }) => measureKey === key);
  const standing = standingOn(own, on);
  if (!standing) return '';
  const { value, rank, state } = standing;
  const said = value === null ? rank && judgedRankWords[rank].zh : `${value}${unit ?? ''}`;
  return [said, targetStateWords[state].zh].filter(Boolean).join('，');
}
