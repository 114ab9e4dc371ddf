import type { PlainDate, Sex } from '@xuanpai/contracts/values';
import type { OfficeProblem } from './office-problem.ts';
import { plainDateOf } from './plain-date.ts';
import { normalText } from './text.ts';

export type IdNumberProblem = OfficeProblem<'length' | 'characters' | 'birthDate' | 'checkDigit'>;

export type IdNumberCheck =
  | { ok: true; idNumber: string; birthDate: PlainDate; sex: Sex }
  | { ok: false; problems: IdNumberProblem[] };

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const digitsByRemainder = '10X98765432';

/**
 * Checks a citizen's identity number (GB 11643-1999: 17 digits and a check digit).
 *
 * Takes the text of the cell; full-width digits, spaces, a leading ' and a small x are accepted.
 * Gives the number as it is to be kept, the day of birth (digits 7–14) and the sex (17th digit, odd is
 * male), or everything that is wrong with it.
 */
export function checkIdNumber(text: string): IdNumberCheck {
  const idNumber = normalText(text).replace(/^['’]/, '').replace(/ /g, '').toUpperCase();
  if (/^\d(\.\d+)?E\+?\d+$/.test(idNumber)) return { ok: false, problems: [roundedProblem()] };
  if (idNumber.length !== 18) return { ok: false, problems: [lengthProblem(idNumber.length)] };
  if (!/^\d{17}[\dX]$/.test(idNumber)) return { ok: false, problems: [charactersProblem()] };

  const problems: IdNumberProblem[] = [];
  const birthDate = birthDateOf(idNumber);
  if (birthDate === null) problems.push(birthDateProblem(idNumber.slice(6, 14)));
  const expected = checkDigitOf(idNumber.slice(0, 17));
  if (idNumber[17] !== expected) problems.push(checkDigitProblem(idNumber, expected));
  if (birthDate === null || problems.length > 0) return { ok: false, problems };
  return { ok: true, idNumber, birthDate, sex: Number(idNumber[16]) % 2 === 1 ? 'male' : 'female' };
}

/** The check digit of the first 17 digits: weighted sum modulo 11 → 1 0 X 9 8 7 6 5 4 3 2. */
export function checkDigitOf(first17: string): string {
  const sum = weights.reduce((total, weight, place) => total + weight * Number(first17[place]), 0);
  return digitsByRemainder.charAt(sum % 11);
}

/** The number as pages show it: first 6, eight stars, last 4. Anything that isn't 18 long is all stars. */
export function maskIdNumber(text: string): string {
  if (text.length !== 18) return '*'.repeat(text.length);
  return `${text.slice(0, 6)}********${text.slice(-4)}`;
}

/** Digits that belong to something longer, such as a checksum, are no ID number. */
const idNumbers = /(?<![0-9a-z])\d{17}[\dx](?![0-9a-z])/gi;

/** The text with every ID number in it masked. */
export function maskIdNumbers(text: string): string {
  return text.length < 18 ? text : text.replace(idNumbers, maskIdNumber);
}

/** Whether an ID number stands in the text, where it isn't asked for. */
export function holdsIdNumber(text: string): boolean {
  return maskIdNumbers(text) !== text;
}

function birthDateOf(idNumber: string): PlainDate | null {
  const year = Number(idNumber.slice(6, 10));
  if (year < 1900 || year > 2100) return null;
  return plainDateOf(year, Number(idNumber.slice(10, 12)), Number(idNumber.slice(12, 14)));
}

function lengthProblem(length: number): IdNumberProblem {
  return {
    code: 'length',
    zh: `身份证号码应为18位，现为${length}位${length === 15 ? '（15位旧号已停用）' : ''}`,
    en: `An ID number has 18 characters, this has ${length}`,
  };
}

function charactersProblem(): IdNumberProblem {
  return {
    code: 'characters',
    zh: '身份证号码前17位应为数字，末位为数字或X',
    en: 'The first 17 characters must be digits, the last a digit or X',
  };
}

function birthDateProblem(digits: string): IdNumberProblem {
  return {
    code: 'birthDate',
    zh: `身份证号码中的出生日期“${digits}”不存在`,
    en: `“${digits}” in the ID number is no day of birth`,
  };
}

/** A workbook keeps 15 digits of a number: typed as a number, an ID number ends in 000. */
function checkDigitProblem(idNumber: string, expected: string): IdNumberProblem {
  const rounded = idNumber.endsWith('000');
  return {
    code: 'checkDigit',
    zh: `校验码不符：按前17位，末位应为${expected}，现为${idNumber[17]}${rounded ? '；末三位为000，可能被表格当作数字存过' : ''}`,
    en: `By the first 17 digits the last must be ${expected}, not ${idNumber[17]}${rounded ? '; it ends in 000: perhaps the workbook stored it as a number' : ''}`,
  };
}

function roundedProblem(): IdNumberProblem {
  return {
    code: 'characters',
    zh: '身份证号码被表格当作数字存过，后几位已丢失，请把该列设为文本后重新填写',
    en: 'The workbook stored the ID number as a number and lost its last digits',
  };
}
