import type { Meanings } from './meanings.ts';

/** What the database guarantees of benefits and work expenses (B2, B4). */
export const benefitMeanings: Meanings = {
  batch_closed: {
    code: 'ruleViolated',
    text: {
      zh: '这个批次已办结，只供查阅。',
      en: 'The batch is closed and for reading only.',
    },
  },
  batch_term_runs: {
    code: 'ruleViolated',
    text: {
      zh: '任期还没有届满，批次不能办结。',
      en: 'The term isn’t over; the batch can’t be closed.',
    },
  },
  term_end_kept: {
    code: 'alreadyDone',
    text: { zh: '期满决定不再改动。', en: 'A decision of the end of the term stays.' },
  },
  term_end_one_open: {
    code: 'conflict',
    text: { zh: '已有建议待决定。', en: 'A proposal waits for its decision.' },
  },
  term_unit_one_open: {
    code: 'conflict',
    text: { zh: '已有建议待决定。', en: 'A proposal waits for its decision.' },
  },
  term_end_two_people: {
    code: 'ruleViolated',
    text: { zh: '提出和决定不能是同一人。', en: 'Whoever proposed it doesn’t decide it.' },
  },
  benefit_used_once: {
    code: 'alreadyDone',
    text: {
      zh: '此人已享受过竞争上岗加分，本条政策只享受一次。',
      en: 'The bonus was used already; it is used once only.',
    },
  },
  benefit_outstanding_once: {
    code: 'alreadyDone',
    text: { zh: '此人已认定表现突出。', en: 'Confirmed as outstanding already.' },
  },
  benefit_use_two_people: {
    code: 'ruleViolated',
    text: { zh: '登记和作废不能是同一人。', en: 'Whoever entered a use doesn’t void it.' },
  },
  benefit_use_kept: {
    code: 'alreadyDone',
    text: {
      zh: '享受登记不改写；误登的由他人作废后重新登记。',
      en: 'A use is kept as it is; have it voided and enter it anew.',
    },
  },
  work_expense_payment_once: {
    code: 'conflict',
    text: {
      zh: '此人这一年已登记过同一凭证号的拨付。',
      en: 'A payment with this voucher is on record for the person and year.',
    },
  },
  work_expense_within: {
    code: 'ruleViolated',
    text: {
      zh: '使用合计不能多于已拨付合计。',
      en: 'No more is used than was paid.',
    },
  },
  payment_day: {
    code: 'ruleViolated',
    text: { zh: '日期早于选派批次。', en: 'The day lies before the batch.' },
  },
  work_expense_use_day: {
    code: 'ruleViolated',
    text: {
      zh: '使用日期早于这一任职年的第一天。',
      en: 'The day lies before the first day of that year.',
    },
  },
  township_benefit_day: {
    code: 'ruleViolated',
    text: {
      zh: '发放日期早于该项待遇的起期。',
      en: 'The day lies before the text holds.',
    },
  },
  term_end_stay_day: {
    code: 'ruleViolated',
    text: {
      zh: '完成期限应在任期届满以后。',
      en: 'The day lies after the end of the term.',
    },
  },
  work_expense_closed: {
    code: 'ruleViolated',
    text: {
      zh: '该单位这一年的工作经费已办结；要改请先重新打开。',
      en: 'The unit’s year is closed; reopen it first.',
    },
  },
};
