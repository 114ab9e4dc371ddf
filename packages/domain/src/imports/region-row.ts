import type { RegionLevel } from '@xuanpai/contracts/values';
import type { Word } from '@xuanpai/contracts/words';
import { normalText } from '../office/text.ts';
import type { ImportColumn, RowCells } from './import-column.ts';
import { RowReader } from './row-reader.ts';
import { districtCodeOf, townshipCodeOf } from './townships.ts';

export const regionColumns = [
  {
    field: 'code',
    label: { zh: '区划代码', en: 'Code' },
    headings: ['code', '区划代码', '统计用区划代码', '代码'],
    required: true,
  },
  {
    field: 'name',
    label: { zh: '名称', en: 'Name' },
    headings: ['name', '名称', '区划名称'],
    required: true,
  },
  { field: 'level', label: { zh: '级别', en: 'Level' }, headings: ['level', '级别', '层级'] },
  {
    field: 'parent',
    label: { zh: '上级代码', en: 'Parent code' },
    headings: ['parent', '上级代码', '上级区划代码', '上级'],
  },
] as const satisfies readonly ImportColumn[];

export type RegionField = (typeof regionColumns)[number]['field'];

export interface RegionRecord {
  code: string;
  name: string;
  level: RegionLevel;
  /** Null for a district. */
  parentCode: string | null;
}

/** What the levels are called in the code list. */
export const levelWords = {
  district: { zh: '区', en: 'District', usual: ['district', '县', '区县', '县级'] },
  township: { zh: '镇街', en: 'Township', usual: ['township', '镇', '街道', '乡镇', '乡级'] },
  village: { zh: '村', en: 'Village', usual: ['village', '社区', '村(社区)', '村级'] },
} as const satisfies Record<RegionLevel, Word>;

/**
 * Checks one row of the code list: the level and the parent follow from the code (6 digits a
 * district; 12 a township where the last three are 000, else a village), and the file must agree.
 */
export function readRegionRow(cells: RowCells<RegionField>) {
  const reader = new RowReader(cells);
  const code = regionCode(reader);
  const name = reader.text('name', 60);
  if (!name) reader.require('name', regionColumns[1].label);
  const level = reader.word('level', levelWords);
  const parent = reader.raw('parent');
  if (!code || !name) return { record: null, reader };
  const record: RegionRecord = { code, name, level: levelOf(code), parentCode: parentOf(code) };
  if (level && level !== record.level) {
    const { zh, en } = levelWords[record.level];
    reader.refuse('level', 'levelMismatch', {
      zh: `按代码应为${zh}。`,
      en: `By the code this is: ${en}.`,
    });
  }
  if (parent && normalText(parent) !== record.parentCode) {
    reader.refuse('parent', 'parentMismatch', {
      zh: `按代码，上级应为${record.parentCode ?? '空'}。`,
      en: `By the code the parent is ${record.parentCode ?? 'empty'}.`,
    });
  }
  return { record, reader };
}

function regionCode(reader: RowReader<RegionField>): string | null {
  const code = reader.raw('code');
  if (!code) reader.require('code', regionColumns[0].label);
  if (!code || /^\d{6}(\d{6})?$/.test(normalText(code))) return code ? normalText(code) : null;
  return reader.refuse(
    'code',
    'codeMalformed',
    { zh: `“${code}”不是6位或12位区划代码。`, en: `“${code}” is no code of 6 or 12 digits.` },
    { zh: '请按统计用区划代码填写。', en: 'Write the statistical code.' },
  );
}

function levelOf(code: string): RegionLevel {
  if (code.length === 6) return 'district';
  return code.endsWith('000') ? 'township' : 'village';
}

function parentOf(code: string): string | null {
  switch (levelOf(code)) {
    case 'district':
      return null;
    case 'township':
      return districtCodeOf(code);
    case 'village':
      return townshipCodeOf(code);
  }
}
