import type { PlainDate } from '@xuanpai/contracts/values';
import type { Fault } from '../../../lib/api-error.ts';

interface Dates {
  /** Of the decision. */
  date: PlainDate;
  earlierSteps: readonly { date: string }[];
  batch: PlainDate;
  today: PlainDate;
}

/**
 * By reading: a plan is decided on after the batch has begun and before it is put on record; the
 * steps before the decision lie before it.
 */
export function dateFaults({ date, earlierSteps, batch, today }: Dates): Fault[] {
  const basis = { kind: 'reading', source: '本办工作程序' } as const;
  const faults: Fault[] = [];
  if (date < batch) {
    const message = {
      zh: `审定日期早于基准日${batch}。`,
      en: `The decision is dated before the batch (${batch}).`,
    };
    faults.push({ path: 'date', code: 'dateBeforeBatch', message, basis });
  }
  if (date > today) {
    const message = {
      zh: `审定日期晚于今天（${today}）。`,
      en: `The decision lies after ${today}.`,
    };
    faults.push({ path: 'date', code: 'dateInFuture', message, basis });
  }
  earlierSteps.forEach((step, index) => {
    if (step.date <= date) return;
    const path = `earlierSteps.${index}.date`;
    const message = { zh: '这一步晚于审定日期。', en: 'This step lies after the decision.' };
    faults.push({ path, code: 'stepAfterDecision', message, basis });
  });
  return faults;
}
