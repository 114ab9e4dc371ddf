import type { Presence } from '@xuanpai/contracts/trainings';
import type { PlainDate } from '@xuanpai/contracts/values';
import type { DateSystem } from '../office/office-date.ts';
import type { ImportColumn, RowCells } from './import-column.ts';
import { RowReader } from './row-reader.ts';

/** The list of a training (M1): a line for each who should come, as it is printed to be signed. */
export const trainingColumns = [
  {
    field: 'topic',
    label: { zh: '培训主题', en: 'Topic' },
    headings: ['培训主题', '培训班次', '主题'],
    required: true,
  },
  {
    field: 'startsOn',
    label: { zh: '开始日期', en: 'First day' },
    headings: ['开始日期', '培训日期', '日期'],
    required: true,
  },
  {
    field: 'name',
    label: { zh: '姓名', en: 'Name' },
    headings: ['姓名', '人员姓名'],
    required: true,
  },
  { field: 'unit', label: { zh: '派出单位', en: 'Unit' }, headings: ['派出单位', '工作单位'] },
  {
    field: 'presence',
    label: { zh: '是否参加', en: 'Came' },
    headings: ['是否参加', '参加情况', '签到', '到训'],
  },
  {
    field: 'reason',
    label: { zh: '缺席原因', en: 'Why absent' },
    headings: ['缺席原因', '请假原因'],
  },
] as const satisfies readonly ImportColumn[];

export type TrainingField = (typeof trainingColumns)[number]['field'];

const came = ['参加', '是', '到', '已到', '√', '已签到', 'came', 'yes'];
const absent = ['缺席', '否', '未到', '未参加', '请假', '×', 'absent', 'no'];

export interface TrainingRow {
  topic: string | null;
  startsOn: PlainDate | null;
  name: string | null;
  unit: string | null;
  /** Null: nothing is said, the person is on the list only. */
  presence: Presence | null;
  reason: string | null;
}

/** What a row says; everything wrong with it is with the reader. */
export function readTrainingRow(
  cells: RowCells<TrainingField>,
  dateSystem: DateSystem,
): { read: TrainingRow; reader: RowReader<TrainingField> } {
  const reader = new RowReader(cells);
  const read: TrainingRow = {
    topic: reader.text('topic', 100) ?? null,
    startsOn: reader.date('startsOn', dateSystem)?.date ?? null,
    name: reader.personName('name', 40) ?? null,
    unit: reader.text('unit', 100) ?? null,
    presence: presenceOf(reader),
    reason: reader.text('reason', 200) ?? null,
  };
  for (const { field, label } of trainingColumns.slice(0, 3)) {
    if (read[field] === null) reader.require(field, label);
  }
  if (read.reason !== null && read.presence !== 'absent') {
    reader.refuse('reason', 'reasonWithoutAbsence', {
      zh: '写了缺席原因，却没有记缺席。',
      en: 'There is a reason, but nobody is marked absent.',
    });
  }
  return { read, reader };
}

function presenceOf(reader: RowReader<TrainingField>): Presence | null {
  const text = reader.raw('presence') ?? null;
  if (text === null) return null;
  const word = text.trim().toLowerCase();
  if (came.includes(word)) return 'came';
  if (absent.includes(word)) return 'absent';
  return reader.refuse(
    'presence',
    'presenceUnknown',
    { zh: `“${text}”不是参加或缺席。`, en: `“${text}” is neither came nor absent.` },
    { zh: '请填“参加”或“缺席”，没有登记的留空。', en: 'Write came or absent, or leave it empty.' },
  );
}
