import type { Meanings } from './meanings.ts';

/** What the database guarantees of enterprises, projects and help. */
export const supportMeanings: Meanings = {
  enterprise_pairing_once: {
    code: 'conflict',
    text: {
      zh: '这个企业在这段时间已与该村结对。',
      en: 'The enterprise is paired with this village at that time already.',
    },
  },
  enterprise_name_key: {
    code: 'conflict',
    text: { zh: '已有同名企业。', en: 'An enterprise of this name exists.' },
  },
  enterprise_credit_code_key: {
    code: 'conflict',
    text: {
      zh: '这个统一社会信用代码已登记。',
      en: 'This unified social credit code is registered already.',
    },
  },
  project_two_people: {
    code: 'ruleViolated',
    text: {
      zh: '登记项目和验收不能是同一人。',
      en: 'Whoever entered the project doesn’t accept it.',
    },
  },
  project_accepted_kept: {
    code: 'ruleViolated',
    text: {
      zh: '项目已验收，资金来源和已登的资金不能再改。',
      en: 'The project is accepted: its sources and payments stay.',
    },
  },
  help_two_people: {
    code: 'ruleViolated',
    text: { zh: '上报和确认不能是同一人。', en: 'Whoever reported help doesn’t confirm it.' },
  },
  help_confirmed_kept: {
    code: 'ruleViolated',
    text: {
      zh: '帮扶已确认；有误的先重新核实。',
      en: 'The help is confirmed; take it up again first.',
    },
  },
};
