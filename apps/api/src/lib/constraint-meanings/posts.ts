import type { Meanings } from './meanings.ts';

/** What the database guarantees of posts and leave. */
export const postMeanings: Meanings = {
  assignment_cadre_one_post: {
    code: 'conflict',
    text: { zh: '同一时间一名干部只能有一个任职。', en: 'A cadre can hold one post at a time.' },
  },
  assignment_village_one_per_post: {
    code: 'conflict',
    text: {
      zh: '同一时间一个村只能有一名第一书记、一名副书记。',
      en: 'A village can have one first secretary and one deputy at a time.',
    },
  },
  assignment_event_once: {
    code: 'alreadyDone',
    text: { zh: '这件事已登记过；要改请先撤销。', en: 'On record already; undo it to change it.' },
  },
  assignment_event_from_end: {
    code: 'conflict',
    text: {
      zh: '其后还有别的变动，请先撤销它们。',
      en: 'Later events build on it; undo them first.',
    },
  },
  assignment_event_kept: {
    code: 'alreadyDone',
    text: {
      zh: '任职变动只能撤销一次，不能改写。',
      en: 'An event is undone once, and never rewritten.',
    },
  },
  leave_one_at_a_time: {
    code: 'conflict',
    text: {
      zh: '这几天已有请假，同一时间只能有一次。',
      en: 'There is leave on these days already; one at a time.',
    },
  },
  leave_two_people: {
    code: 'ruleViolated',
    text: { zh: '请假和批准不能是同一人。', en: 'Whoever asked for leave can’t decide on it.' },
  },
};
