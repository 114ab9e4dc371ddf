import type { Speciality, UnitKind } from '@xuanpai/contracts/values';
import { specialityWords, unitKindWords } from '@xuanpai/contracts/words';
import type { ImportColumn, RowCells } from './import-column.ts';
import { RowReader } from './row-reader.ts';

export const unitColumns = [
  {
    field: 'name',
    label: { zh: '单位名称', en: 'Unit' },
    headings: ['单位名称', '单位', '派出单位', '选派单位', '工作单位', '部门单位', '部门名称'],
    required: true,
  },
  {
    field: 'kind',
    label: { zh: '单位性质', en: 'Kind' },
    headings: ['单位性质', '性质', '单位类型', '单位类别'],
  },
  {
    field: 'quota',
    label: { zh: '选派名额', en: 'Quota' },
    headings: ['选派名额', '名额', '选派人数', '选派数', '派出人数'],
  },
  {
    field: 'strengths',
    label: { zh: '单位优势', en: 'Strengths' },
    headings: ['单位优势', '优势', '优势领域', '单位特长'],
  },
  {
    field: 'responsiblePerson',
    label: { zh: '第一责任人', en: 'Person responsible' },
    headings: ['第一责任人', '责任人', '党组书记', '党委书记', '党组(党委)书记', '主要负责人'],
  },
  {
    field: 'contactName',
    label: { zh: '联络员', en: 'Contact' },
    headings: ['联络员', '联系人', '联络人'],
  },
  {
    field: 'contactPhone',
    label: { zh: '联系电话', en: 'Telephone' },
    headings: ['联系电话', '联络员电话', '电话', '手机', '手机号码'],
  },
  {
    field: 'superior',
    label: { zh: '上级主管单位', en: 'Superior' },
    headings: ['上级主管单位', '上级主管', '上级单位', '主管单位'],
  },
  { field: 'note', label: { zh: '备注', en: 'Note' }, headings: ['备注', '说明'] },
] as const satisfies readonly ImportColumn[];

export type UnitField = (typeof unitColumns)[number]['field'];

/** A unit as the sheet has it; undefined: the sheet has no such column. */
export interface UnitRecord {
  name: string;
  kind: UnitKind | undefined;
  quota: number | null | undefined;
  strengths: Speciality[] | undefined;
  responsiblePerson: string | null | undefined;
  contactName: string | null | undefined;
  contactPhone: string | null | undefined;
  superior: string | null | undefined;
  note: string | null | undefined;
}

/** Checks one row of the units' register. */
export function readUnitRow(cells: RowCells<UnitField>) {
  const reader = new RowReader(cells);
  const name = reader.text('name', 60);
  if (!name) reader.require('name', unitColumns[0].label);
  const kind = reader.word('kind', unitKindWords);
  if (kind === null) reader.require('kind', unitColumns[1].label);
  const record: UnitRecord = {
    name: name ?? '',
    kind: kind ?? undefined,
    quota: reader.count('quota', 1000),
    strengths: reader.wordList('strengths', specialityWords),
    responsiblePerson: reader.personName('responsiblePerson', 40),
    contactName: reader.personName('contactName', 40),
    contactPhone: reader.text('contactPhone', 30),
    superior: reader.text('superior', 80),
    note: reader.text('note', 500),
  };
  return { record: name ? record : null, reader };
}
