import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fenOf, headingUnit, moneyText, parseMoney, tenThousandText } from './money.ts';

describe('money in office sheets', () => {
  it.each([
    ['0.9', 900_000],
    ['3', 3_000_000],
    ['18.8', 18_800_000],
    ['1.005', 1_005_000],
    ['１，２３４．５', 1_234_500_000],
    ['33.3333333333333', 33_333_333],
    ['0.0000005', 1],
    ['1e-3', 1000],
    ['30000元', 3_000_000],
    ['3万元', 3_000_000],
    ['¥3', 3_000_000],
    ['-0.5', -500_000],
    ['0', 0],
  ])('reads %j in 万元', (text, fen) => {
    expect(parseMoney(text, 'tenThousandYuan')).toEqual({ ok: true, fen });
  });

  it('reads yuan', () => {
    expect(parseMoney('9688', 'yuan')).toEqual({ ok: true, fen: 968_800 });
    expect(parseMoney('9,688.405', 'yuan')).toEqual({ ok: true, fen: 968_841 });
  });

  it.each(['', ' 　', '—', '-', '/'])('takes %j as blank', (text) => {
    expect(parseMoney(text, 'yuan')).toEqual({ ok: true, fen: null });
  });

  it.each(['约3', '3左右', '12,5', '1.2.3', '无', '元', '2015-01-02', '.'])(
    'refuses %j',
    (text) => {
      expect(parseMoney(text, 'yuan')).toMatchObject({
        ok: false,
        problem: { code: 'unreadable' },
      });
    },
  );

  it('refuses what the database has no room for', () => {
    expect(parseMoney('9999999999999', 'yuan')).toMatchObject({ problem: { code: 'tooLarge' } });
  });

  it('writes what it reads', () => {
    expect(moneyText(3_000_000)).toBe('30000.00');
    expect(moneyText(5)).toBe('0.05');
    expect(moneyText(-5)).toBe('-0.05');
    expect(tenThousandText(900_000)).toBe('0.9');
    expect(tenThousandText(3_000_000)).toBe('3');
    fc.assert(
      fc.property(fc.integer({ min: -99_999_999_999_999, max: 99_999_999_999_999 }), (fen) => {
        expect(fenOf(moneyText(fen))).toBe(fen);
        expect(parseMoney(moneyText(fen), 'yuan')).toEqual({ ok: true, fen });
        expect(parseMoney(tenThousandText(fen), 'tenThousandYuan')).toEqual({ ok: true, fen });
      }),
    );
    expect(() => fenOf('30000')).toThrow(RangeError);
  });

  it.each([
    ['2014年村集体经营性收入(万元)', 'tenThousandYuan', 2014],
    ['2014年农民人均纯收入（元）', 'yuan', 2014],
    ['村集体收入\n（单位：万元）', 'tenThousandYuan', null],
    ['2014年度收入 万元', 'tenThousandYuan', 2014],
    ['人均纯收入（元/年）', 'yuan', null],
    ['人均纯收入元', 'yuan', null],
    ['投入（千元）', 'thousandYuan', null],
    ['单元数', null, null],
    ['多元化经营', null, null],
    ['投入（百万元）', null, null],
    ['户数', null, null],
  ])('the heading %j tells unit and year', (heading, unit, year) => {
    expect(headingUnit(heading)).toEqual({ unit, year });
  });
});
