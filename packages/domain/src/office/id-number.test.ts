import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkDigitOf,
  checkIdNumber,
  holdsIdNumber,
  maskIdNumber,
  maskIdNumbers,
} from './id-number.ts';

function problemsOf(text: string): string[] {
  const check = checkIdNumber(text);
  return check.ok ? [] : check.problems.map((problem) => problem.code);
}

describe('identity numbers (GB 11643)', () => {
  it('gives birth date and sex', () => {
    expect(checkIdNumber('11010519491231002X')).toEqual({
      ok: true,
      idNumber: '11010519491231002X',
      birthDate: '1949-12-31',
      sex: 'female',
    });
    expect(checkIdNumber('371399197312240033')).toMatchObject({
      birthDate: '1973-12-24',
      sex: 'male',
    });
  });

  it('accepts what typing does to it', () => {
    expect(checkIdNumber(" '１１０１０５ 19491231 002x ")).toMatchObject({
      ok: true,
      idNumber: '11010519491231002X',
    });
  });

  it('says which digit the last should be', () => {
    const check = checkIdNumber('371399197312240034');
    expect(check).toMatchObject({
      ok: false,
      problems: [{ code: 'checkDigit', zh: '校验码不符：按前17位，末位应为3，现为4' }],
    });
  });

  it('lists everything that is wrong', () => {
    expect(problemsOf('371399197302300033')).toEqual(['birthDate', 'checkDigit']);
    expect(problemsOf('37139919731224003')).toEqual(['length']);
    expect(problemsOf('371399731224003')).toEqual(['length']);
    expect(problemsOf('37139919731224O033')).toEqual(['characters']);
    expect(problemsOf('')).toEqual(['length']);
  });

  it('says when a workbook has rounded it', () => {
    expect(checkIdNumber('3.71399E+17')).toMatchObject({
      ok: false,
      problems: [{ code: 'characters' }],
    });
    const check = checkIdNumber('371399197312240000');
    expect(!check.ok && check.problems[0]?.zh).toContain('末三位为000');
  });

  it('finds every single wrong digit and every exchange of neighbours', () => {
    const first17 = fc.stringMatching(
      /^[1-6]\d{5}19[5-9]\d(0[1-9]|1[0-2])(0[1-9]|1\d|2[0-8])\d{3}$/,
    );
    fc.assert(
      fc.property(first17, fc.nat(16), fc.integer({ min: 1, max: 9 }), (digits, place, by) => {
        const check = checkDigitOf(digits);
        expect(checkIdNumber(digits + check).ok).toBe(true);
        const wrong = (Number(digits[place]) + by) % 10;
        expect(checkDigitOf(digits.slice(0, place) + wrong + digits.slice(place + 1))).not.toBe(
          check,
        );
        if (place < 16 && digits[place] !== digits[place + 1]) {
          const swapped = `${digits.slice(0, place)}${digits[place + 1]}${digits[place]}${digits.slice(place + 2)}`;
          expect(checkDigitOf(swapped)).not.toBe(check);
        }
      }),
    );
  });

  it('is masked', () => {
    expect(maskIdNumber('11010519491231002X')).toBe('110105********002X');
    expect(maskIdNumber('12345')).toBe('*****');
  });

  it('is masked wherever it stands in a text', () => {
    expect(maskIdNumbers('核对11010519491231002X、371399197312240033的档案')).toBe(
      '核对110105********002X、371399********0033的档案',
    );
    expect(holdsIdNumber('身份证\n371399197312240033')).toBe(true);
  });

  it.each(['a371399197312240033', '3713991973122400331', '19900000034', '371312108201'])(
    'is not %s: a checksum, a longer number, a telephone, a region',
    (text) => {
      expect(maskIdNumbers(text)).toBe(text);
      expect(holdsIdNumber(text)).toBe(false);
    },
  );
});
