import { describe, expect, it } from 'vitest';
import { findHeadingRow, matchColumns } from './headings.ts';

const columns = [
  { field: 'name', headings: ['姓名', '人员姓名'] },
  { field: 'birthDate', headings: ['出生年月', '出生日期'] },
  { field: 'unit', headings: ['工作单位', '派出单位'] },
  { field: 'income', headings: ['村集体经营性收入', '集体收入'] },
  { field: 'township', headings: ['镇街(园区)', '镇街'] },
] as const;

describe('headings', () => {
  it('are matched in any order and by any usual name', () => {
    expect(matchColumns(['派出单位', '序号', '人员姓名', '出生日期'], columns)).toEqual([
      'unit',
      null,
      'name',
      'birthDate',
    ]);
  });

  it('are matched whatever their spaces, line breaks, brackets, units and years', () => {
    expect(
      matchColumns(
        ['姓  名', '出生\n年月', '*工作单位：', '2014年村集体经营性收入（万元）', '镇街（园区）'],
        columns,
      ),
    ).toEqual(['name', 'birthDate', 'unit', 'income', 'township']);
    expect(matchColumns(['出生年月（以档案为准）'], columns)).toEqual(['birthDate']);
  });

  it('give a field to one heading: the plain one, the latest year, the leftmost', () => {
    expect(matchColumns(['姓名（曾用）', '姓名'], columns)).toEqual([null, 'name']);
    expect(matchColumns(['2013年集体收入(万元)', '2014年集体收入(万元)'], columns)).toEqual([
      null,
      'income',
    ]);
    expect(matchColumns(['姓名', '姓名'], columns)).toEqual(['name', null]);
  });

  it('are found below title and note', () => {
    const rows = [
      ['第二批选派“第一书记”人选花名册'],
      ['填报单位：区委组织部', '', '填报时间：2015年4月'],
      ['序号', '姓名', '出生年月', '工作单位'],
      ['1', '王伟', '1977.07', '区农业局'],
    ];
    expect(findHeadingRow(rows, columns)).toEqual({
      index: 2,
      dataStart: 3,
      headings: ['序号', '姓名', '出生年月', '工作单位'],
      fields: [null, 'name', 'birthDate', 'unit'],
      missing: ['income', 'township'],
    });
  });

  it('may take two rows', () => {
    const rows = [
      ['序号', '姓名', '基本情况', ''],
      ['', '', '出生年月', '工作单位'],
      ['1', '王伟', '1977.07', '区农业局'],
    ];
    expect(findHeadingRow(rows, columns)).toMatchObject({
      dataStart: 2,
      fields: [null, 'name', 'birthDate', 'unit'],
    });
  });

  it('are not made up where there are none', () => {
    expect(
      findHeadingRow(
        [
          ['1', '王伟'],
          ['2', '姓名'],
        ],
        columns,
      ),
    ).toBeNull();
    expect(findHeadingRow([], columns)).toBeNull();
  });
});
