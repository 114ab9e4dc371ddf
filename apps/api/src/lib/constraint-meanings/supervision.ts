import type { Meanings } from './meanings.ts';

/** What the database guarantees of inspections, the state of villages and the daily-work rule. */
export const supervisionMeanings: Meanings = {
  inspection_draw_id_key: {
    code: 'conflict',
    text: {
      zh: '这次抽取已用于另一次督查。',
      en: 'The draw is used by another inspection already.',
    },
  },
  village_holder_one_head: {
    code: 'conflict',
    text: {
      zh: '同一时间一个村只能有一名书记、一名主任；请先登记前任离任。',
      en: 'One secretary and one head at a time; enter when the one before left.',
    },
  },
  village_election_one_due: {
    code: 'conflict',
    text: { zh: '已登记应换届日期，可直接修改。', en: 'It is entered already; change it.' },
  },
  weak_lax_one_open: {
    code: 'conflict',
    text: { zh: '此村正在整顿中。', en: 'The village is being turned round already.' },
  },
  leader_link_once: {
    code: 'conflict',
    text: {
      zh: '这名领导已联系此村。',
      en: 'The leader is linked to this village already.',
    },
  },
  district_leader_user_id_key: {
    code: 'conflict',
    text: { zh: '这个账号已属另一名领导。', en: 'The account is another leader’s.' },
  },
  comparison_points_most: {
    code: 'conflict',
    text: {
      zh: '有的得分高于该项的最高分，请先更正得分。',
      en: 'Some points are above the most of their criterion; correct them first.',
    },
  },
  finding_two_people: {
    code: 'ruleViolated',
    text: {
      zh: '报告整改和核实不能是同一人。',
      en: 'Whoever reported the rectification can’t judge it.',
    },
  },
  finding_kept: {
    code: 'alreadyDone',
    text: { zh: '已了结的督查问题不再改动。', en: 'A settled finding stays as it is.' },
  },
  inspection_record_kept: {
    code: 'alreadyDone',
    text: {
      zh: '抽取记录和整改过程只增不改。',
      en: 'Draws and trails of findings are kept as they are.',
    },
  },
  work_rule_edition_key: {
    code: 'conflict',
    text: {
      zh: '他人刚刚发布了新版本，请刷新后核对。',
      en: 'Somebody just issued a version; reload and look at it.',
    },
  },
};
