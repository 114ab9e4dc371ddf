import type { Text } from '@xuanpai/contracts/text';
import type { PlainDate } from '@xuanpai/contracts/values';
import type { RuleFault } from '../rule-fault.ts';

/** The earliest day that something can have happened on, and what day that is. */
export interface Earliest {
  day: PlainDate;
  of: Text;
}

/** What is wrong with the day of something that has happened: it lies ahead, or before it could have. */
export function dayFaults(
  path: string,
  day: PlainDate,
  today: PlainDate,
  earliest: Earliest | null,
): RuleFault[] {
  const fault = (code: string, message: Text): RuleFault => ({
    ...{ path, code, message, basis: null, remedy: checkDay },
  });
  if (day > today) {
    return [fault('ahead', { zh: '日期晚于今天。', en: 'The day lies ahead.' })];
  }
  if (earliest === null || day >= earliest.day) return [];
  return [
    fault('tooEarly', {
      zh: `日期早于${earliest.of.zh}${earliest.day}。`,
      en: `The day lies before ${earliest.of.en}, ${earliest.day}.`,
    }),
  ];
}

const checkDay = { zh: '请按凭证核对日期。', en: 'Check the day on the voucher.' };
