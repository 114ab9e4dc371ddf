import type { Meanings } from './meanings.ts';

/** What the database guarantees of nominees, plans and letters. */
export const planMeanings: Meanings = {
  plan_one_issued: {
    code: 'alreadyDone',
    text: { zh: '本批次已印发过方案，不能再印发。', en: 'The batch already has an issued plan.' },
  },
  plan_one_replan_a_day: {
    code: 'alreadyDone',
    text: {
      zh: '这一天起的重排已印发过，请换一个日期。',
      en: 'A re-plan from this day is issued already; choose another day.',
    },
  },
  plan_two_people: {
    code: 'ruleViolated',
    text: {
      zh: '审定登记人与确认人不能是同一人。',
      en: 'The same person cannot record the approval and confirm it.',
    },
  },
  plan_place_plan_id_cadre_id_key: {
    code: 'conflict',
    text: { zh: '一名干部在一个方案里只能排一个岗位。', en: 'A plan places each cadre once.' },
  },
  plan_place_frozen: {
    code: 'alreadyDone',
    text: {
      zh: '方案已印发，岗位不能再改；请办理任职变动。',
      en: 'The plan is issued; its places no longer change.',
    },
  },
  plan_run_one_open: {
    code: 'runOpen',
    text: { zh: '这个方案正在测算。', en: 'This plan is being solved.' },
  },
  nomination_relative_nomination_id_other_cadre_id_key: {
    code: 'conflict',
    text: { zh: '这项亲属关系已申报。', en: 'This kin is declared already.' },
  },
  nomination_relative_nomination_id_village_id_key: {
    code: 'conflict',
    text: { zh: '在这个村的亲属关系已申报。', en: 'Kin in this village is declared already.' },
  },
  letter_once: {
    code: 'conflict',
    text: {
      zh: '他人刚刚出具了其中的文书，请重新办理。',
      en: 'Somebody just made some of these letters; try again.',
    },
  },
  nomination_one_active: {
    code: 'conflict',
    text: { zh: '此人已在本批次人选中。', en: 'This person is already named to the batch.' },
  },
  plan_batch_id_name_key: {
    code: 'conflict',
    text: { zh: '本批次已有同名方案。', en: 'The batch has a plan of this name.' },
  },
};
