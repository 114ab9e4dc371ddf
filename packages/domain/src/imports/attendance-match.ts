import type { Month, SheetRow } from '@xuanpai/contracts/attendance';
import { monthInWords } from '../attendance/printed-sheet.ts';
import { searchKey } from '../office/text.ts';
import type { AttendanceField } from './attendance-columns.ts';
import type { AttendanceRow } from './attendance-row.ts';
import { closestName } from './closest-name.ts';
import type { RowReader } from './row-reader.ts';

/** A row of the sheet as the system has it. */
export type LoggedRow = Pick<
  SheetRow,
  | 'assignmentId'
  | 'cadreId'
  | 'cadreName'
  | 'unitName'
  | 'villageName'
  | 'firstDay'
  | 'lastDay'
  | 'days'
  | 'prefilled'
>;

/**
 * Whose row it is: by the name, of several by village, then by unit. Somebody who changes the village
 * within the month has two posts, and each day belongs to one of them. None where a problem says why.
 */
export function postsOf(
  { name, village, unit }: Pick<AttendanceRow, 'name' | 'village' | 'unit'>,
  { month, rows: logged }: { month: Month; rows: readonly LoggedRow[] },
  reader: RowReader<AttendanceField>,
): readonly LoggedRow[] {
  const named = logged.filter(({ cadreName }) => searchKey(cadreName) === searchKey(name));
  if (named.length === 0) {
    refuseName(reader, name, month, logged);
    return [];
  }
  const inVillage = village
    ? named.filter((row) => isSameVillage(row.villageName, village))
    : named;
  if (inVillage.length === 0) {
    refuseVillage(reader, name, village ?? '', named);
    return [];
  }
  const ofUnit = unit ? inVillage.filter((row) => isSameUnit(row.unitName, unit)) : inVillage;
  const left = ofUnit.length > 0 ? ofUnit : inVillage;
  const people = new Set(left.map(({ cadreId }) => cadreId));
  if (people.size === 1) return left;
  reader.refuse(
    'name',
    'sameName',
    { zh: `有${people.size}名干部叫“${name}”。`, en: `${people.size} cadres are called ${name}.` },
    {
      zh: `请补上所在村或派出单位：${left.map(placeOf).join('、')}。`,
      en: `Fill in village or unit: ${left.map(placeOf).join(', ')}.`,
    },
  );
  return [];
}

const placeOf = ({ villageName, unitName }: LoggedRow) => `${villageName}（${unitName}）`;

function refuseName(
  reader: RowReader<AttendanceField>,
  name: string,
  month: Month,
  logged: readonly LoggedRow[],
): void {
  const meant = closestName(
    name,
    logged.map(({ cadreName }) => cadreName),
  );
  reader.refuse(
    'name',
    'cadreUnknown',
    {
      zh: `${monthInWords(month)}在任干部中没有“${name}”。`,
      en: `${name} is not in post here in ${month}.`,
    },
    meant
      ? { zh: `是否为“${meant}”？`, en: `Is it ${meant}?` }
      : {
          zh: '请核对姓名和月份；不在本镇街任职的，请删去这一行。',
          en: 'Check name and month; remove the row of somebody who is posted elsewhere.',
        },
  );
}

function refuseVillage(
  reader: RowReader<AttendanceField>,
  name: string,
  village: string,
  named: readonly LoggedRow[],
): void {
  const villages = named.map(({ villageName }) => villageName);
  reader.refuse(
    'village',
    'villageDiffers',
    {
      zh: `${name}本月在${villages.join('、')}任职，表中是“${village}”。`,
      en: `${name} is in post in ${villages.join(', ')}; the sheet says ${village}.`,
    },
    { zh: '请按任职村改正。', en: 'Correct the village.' },
  );
}

/** 古墩庄, 古墩庄村 and 郑旺镇古墩庄村 are one. */
function isSameVillage(known: string, written: string): boolean {
  const [one, other] = [known, written].map((text) =>
    searchKey(text).replace(/(?:社区)?居?村?(?:民?委员?会|支部)?$/u, ''),
  );
  return one !== undefined && other !== undefined && one !== '' && other.endsWith(one);
}

/** 区财政局 and 财政局 are one. */
function isSameUnit(known: string, written: string): boolean {
  const [one, other] = [searchKey(known), searchKey(written)];
  return one.endsWith(other) || other.endsWith(one);
}
