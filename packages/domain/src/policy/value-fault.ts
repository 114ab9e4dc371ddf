import type { Text } from '@xuanpai/contracts/text';
import type { Json } from '@xuanpai/contracts/values';
import type { NumberRange } from './template.ts';

/** Something wrong with a value, at a path below it: `''`, or `weakLax.general` in a table. */
export interface ValueFault {
  path: string;
  code: string;
  message: Text;
}

export type Wrong = Omit<ValueFault, 'path'>;

export const notASwitch: Wrong = {
  code: 'notASwitch',
  message: { zh: '只能填是或否。', en: 'Yes or no.' },
};

export const notAnOption: Wrong = {
  code: 'notAnOption',
  message: { zh: '不在可选的内容之中。', en: 'Not one of the choices.' },
};

/** What is wrong with a number, or null: a number at all, its decimals, its range. */
export function numberFault(value: Json | undefined, range?: NumberRange): Wrong | null {
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    return { code: 'notANumber', message: { zh: '请填写数字。', en: 'Enter a number.' } };
  }
  if (!range) return null;
  const { least, most, decimals } = range;
  if (value < least) {
    const message = { zh: `不能小于${least}。`, en: `At least ${least}.` };
    return { code: 'outOfRange', message };
  }
  if (value > most) {
    const message = { zh: `不能大于${most}。`, en: `At most ${most}.` };
    return { code: 'outOfRange', message };
  }
  if (Number(value.toFixed(decimals)) !== value) {
    const zh = decimals === 0 ? '请填写整数。' : `最多${decimals}位小数。`;
    const en = decimals === 0 ? 'A whole number.' : `At most ${decimals} decimals.`;
    return { code: 'tooManyDecimals', message: { zh, en } };
  }
  return null;
}
