import type { PlainDate } from '@xuanpai/contracts/values';
import { describe, expect, it } from 'vitest';
import { checkDigitOf } from '../office/id-number.ts';
import { policyOn } from '../policy/policy.ts';
import { readCadreRow } from './cadre-row.ts';

const batchDate = '2015-04-24' as PlainDate;
const context = { policy: policyOn([], batchDate), dateSystem: 1900 as const, batchDate };
const first17 = '37139919800506001';
const idNumber = first17 + checkDigitOf(first17);

function read(cells: Record<string, string>) {
  const all = { name: '王伟', idNumber, ...cells };
  const entries = Object.entries(all).map(
    ([field, text]) => [field, { text, kind: 'text' }] as const,
  );
  return readCadreRow(new Map(entries), context);
}

const codes = (cells: Record<string, string>) =>
  read(cells).reader.problems.map(({ code }) => code);
const notices = (cells: Record<string, string>) =>
  read(cells).reader.notices.map(({ code }) => code);

describe('a row of a nominees’ book', () => {
  it('takes birth date and sex from the ID number', () => {
    expect(read({ bornOn: '1980.05' }).cadre).toMatchObject({ bornOn: '1980-05-06', sex: 'male' });
  });

  it('compares the birth date as exactly as it is written', () => {
    expect(codes({ bornOn: '1980年5月' })).toEqual([]);
    expect(codes({ bornOn: '1980-05-06' })).toEqual([]);
    expect(codes({ bornOn: '1980-05-07' })).toEqual(['birthDateMismatch']);
  });

  it('has joined the Party at 18 at the earliest, where any day of the month allows it', () => {
    expect(codes({ joinedOn: '1998.05' })).toEqual([]);
    expect(codes({ joinedOn: '1998.04' })).toEqual(['joinedTooYoung']);
    expect(codes({ joinedOn: '1998-05-06' })).toEqual([]);
    expect(codes({ joinedOn: '1998-05-05' })).toEqual(['joinedTooYoung']);
  });

  it('is a full member after joining, and worked after birth', () => {
    expect(codes({ joinedOn: '2002.07', fullMemberOn: '2002.07' })).toEqual([]);
    expect(codes({ joinedOn: '2002.07', fullMemberOn: '2002.06' })).toEqual([
      'fullMemberBeforeJoining',
    ]);
    expect(codes({ workingSince: '1980.04' })).toEqual(['workingBeforeBirth']);
  });

  it('is told what eligibility will judge, on the day of the batch', () => {
    expect(notices({ joinedOn: '2014-04-24' })).toEqual([]);
    expect(notices({ joinedOn: '2014-04-25' })).toEqual(['notYetFullMember']);
    expect(notices({ joinedOn: '2015.05' })).toEqual(['joinedAfterBatch']);
  });

  it('lists all that is wrong', () => {
    expect(codes({ name: '', idNumber: '123', sex: '不详', joinedOn: '2009.13' })).toEqual([
      'required',
      'notInList',
      'idNumberLength',
      'dateMonth',
    ]);
  });
});
