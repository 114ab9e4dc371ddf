import type { SheetRow } from '@xuanpai/contracts/attendance';
import { describe, expect, it } from 'vitest';
import { blocksOf, daysInWords } from './blocks.ts';
import { day } from './testing-month.ts';

const closed = { lastDay: day('2015-06-30'), today: day('2015-07-02') };

function row(given: Partial<SheetRow> = {}) {
  const settled = { shortReason: null, signedOn: '2015-06-30', objection: null, answer: null };
  const id = 'a' as SheetRow['assignmentId'];
  return {
    assignmentId: id,
    cadreName: '王伟',
    days: {},
    notes: {},
    unfilled: [],
    short: 0,
    ...settled,
    ...given,
  };
}

const said = (given: Partial<SheetRow>, when = closed) =>
  blocksOf([row(given)], when).map(({ code, days, message }) => [code, days, message.zh]);

describe('what is left before a month is signed', () => {
  it('is nothing once every row is filled, explained and signed', () => {
    expect(said({})).toEqual([]);
    expect(said({ short: 3, shortReason: '住院' })).toEqual([]);
    expect(
      said({ days: { '2015-06-02': 'unaccounted' }, notes: { '2015-06-02': '电话未接' } }),
    ).toEqual([]);
    expect(said({ signedOn: null, objection: '少记一天', answer: '已核实' })).toEqual([]);
    expect(blocksOf([], closed)).toEqual([]);
  });

  it('is said cell by cell', () => {
    expect(said({ unfilled: ['2015-06-02', '2015-06-03'] })).toEqual([
      ['unfilled', ['2015-06-02', '2015-06-03'], '王伟6月2日、3日未填'],
    ]);
    expect(
      said({ days: { '2015-06-02': 'village/unaccounted', '2015-06-03': 'village' } }),
    ).toEqual([['unaccountedWithoutNote', ['2015-06-02'], '王伟6月2日未到岗，未注明情况']]);
    expect(said({ days: { '2015-06-02': 'homeUnit' }, notes: { '2015-06-03': '开会' } })).toEqual([
      ['homeUnitWithoutNote', ['2015-06-02'], '王伟6月2日回原单位，未注明事由'],
    ]);
  });

  it('is a reason for a shortfall, never the shortfall', () => {
    expect(said({ short: 1.5 })).toEqual([['shortWithoutReason', [], '王伟差1.5天，未写原因']]);
  });

  it('is a signature, or an objection with its answer', () => {
    expect(said({ signedOn: null })).toEqual([['notSigned', [], '王伟未签字']]);
    expect(said({ signedOn: null, objection: '少记一天' })).toEqual([
      ['objectionWithoutAnswer', [], '王伟有异议，未答复'],
    ]);
    expect(said({ objection: '少记一天' }).map(([code]) => code)).toEqual([
      'objectionWithoutAnswer',
    ]);
  });

  it('is the month’s end', () => {
    const open = (today: string) => blocksOf([], { ...closed, today: day(today) });
    expect(open('2015-06-29').map(({ code, assignmentId }) => [code, assignmentId])).toEqual([
      ['monthOpen', null],
    ]);
    expect(open('2015-06-30')).toEqual([]);
  });

  it('comes all at once, the month first, each with its ground', () => {
    const rows = [
      row({ cadreName: '王伟', unfilled: ['2015-06-02'], short: 1, signedOn: null }),
      row({ cadreName: '李强', signedOn: null }),
    ];
    const blocks = blocksOf(rows, { ...closed, today: day('2015-06-03') });
    expect(blocks.map(({ code }) => code)).toEqual([
      'monthOpen',
      'unfilled',
      'shortWithoutReason',
      'notSigned',
      'notSigned',
    ]);
    expect(blocks.every(({ basis, message }) => basis.source && message.zh && message.en)).toBe(
      true,
    );
  });
});

it('names five days, and then how many there are', () => {
  const days = ['01', '02', '03', '04', '05', '08', '09'].map((on) => `2015-06-${on}`);
  expect(daysInWords(days.slice(0, 5))).toBe('6月1日、2日、3日、4日、5日');
  expect(daysInWords(days)).toBe('6月1日、2日、3日、4日、5日等7天');
});
