import type { OfficeProblem } from '../office/office-problem.ts';
import { normalText } from '../office/text.ts';

export type CreditCodeProblem = OfficeProblem<'length' | 'characters' | 'checkCharacter'>;

export type CreditCodeCheck =
  | { ok: true; creditCode: string }
  | { ok: false; problem: CreditCodeProblem };

/** GB 32100-2015: digits and capital letters without I, O, S, V, Z. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/**
 * Checks a unified social credit code (统一社会信用代码, GB 32100-2015): registering department,
 * category, six digits of the region, nine characters of the organisation, a check character.
 *
 * Takes what was typed: full-width characters, spaces, hyphens and small letters are accepted. Gives
 * the code as it is kept, or what is wrong with it.
 */
export function checkCreditCode(text: string): CreditCodeCheck {
  const creditCode = normalText(text).replace(/^['’]/, '').replace(/[ -]/g, '').toUpperCase();
  if (creditCode.length !== 18) return { ok: false, problem: lengthProblem(creditCode.length) };
  if (!/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(creditCode)) {
    return { ok: false, problem: charactersProblem() };
  }
  const expected = checkCharacterOf(creditCode.slice(0, 17));
  if (creditCode[17] === expected) return { ok: true, creditCode };
  return { ok: false, problem: checkProblem(creditCode.charAt(17), expected) };
}

/** The check character of the first 17: weights 3^i mod 31, what the sum lacks to a multiple of 31. */
export function checkCharacterOf(first17: string): string {
  let sum = 0;
  let weight = 1;
  for (const character of first17) {
    sum += alphabet.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return alphabet.charAt((31 - (sum % 31)) % 31);
}

function lengthProblem(length: number): CreditCodeProblem {
  const old = length === 15 ? '（15位的是旧的注册号）' : '';
  return {
    code: 'length',
    zh: `统一社会信用代码应为18位，现为${length}位${old}`,
    en: `A unified social credit code has 18 characters, this has ${length}`,
  };
}

function charactersProblem(): CreditCodeProblem {
  return {
    code: 'characters',
    zh: '统一社会信用代码只有数字和大写字母（没有I、O、S、V、Z），第3至8位是数字',
    en: 'It has digits and capital letters without I, O, S, V, Z; the third to eighth are digits',
  };
}

function checkProblem(found: string, expected: string): CreditCodeProblem {
  return {
    code: 'checkCharacter',
    zh: `校验码不符：按前17位，末位应为${expected}，现为${found}，请核对营业执照`,
    en: `By the first 17 characters the last must be ${expected}, not ${found}`,
  };
}
