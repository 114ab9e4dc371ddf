import type { Meanings } from './meanings.ts';

/** What the database guarantees from the entry of a grade to the file (E5 to E7). */
export const evaluationStepMeanings: Meanings = {
  evaluation_record_kept: {
    code: 'ruleViolated',
    text: {
      zh: '考核记录只增不改，更正时另记一条。',
      en: 'What is on record of an evaluation stays; a correction is a further record.',
    },
  },
  evaluation_decided: {
    code: 'ruleViolated',
    text: {
      zh: '等次已确定，考核材料不再变动。',
      en: 'The grade is decided; what led to it doesn’t change any more.',
    },
  },
  evaluation_grade_edition: {
    code: 'ruleViolated',
    text: {
      zh: '已确定的等次只随复核、申诉或异议的结果改变，原等次保留。',
      en: 'A decided grade changes with a review, an appeal or an objection only, and the old one stays.',
    },
  },
  grade_case_other_person: {
    code: 'ruleViolated',
    text: {
      zh: '提出、审核或确定等次的人不办理复核。',
      en: 'Whoever proposed, checked or decided the grade doesn’t handle its review.',
    },
  },
  grade_case_open: {
    code: 'conflict',
    text: {
      zh: '此人有尚未办结的复核、申诉或异议。',
      en: 'A review, appeal or objection of this person is still open.',
    },
  },
  grade_notice_person_once: {
    code: 'alreadyDone',
    text: { zh: '此人已在公示。', en: 'This person is on public notice already.' },
  },
  grade_signature_words: {
    code: 'ruleViolated',
    text: {
      zh: '有异议的写明本人意见，拒签的写明见证人。',
      en: 'An objection stands with its words, a refusal with its witness.',
    },
  },
  grade_feedback_received: {
    code: 'ruleViolated',
    text: {
      zh: '接收日期不早于反馈日期。',
      en: 'It isn’t received before it is sent.',
    },
  },
  round_template_kept: {
    code: 'conflict',
    text: {
      zh: '考核已办结，文书模板不能再改。',
      en: 'The round is closed; its templates stay.',
    },
  },
  letter_template_kept: {
    code: 'conflict',
    text: {
      zh: '模板的各版本保留不变，改动另传一版。',
      en: 'A template’s versions stay; a change is a further version.',
    },
  },
};
