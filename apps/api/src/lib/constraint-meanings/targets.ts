import type { Meanings } from './meanings.ts';

/** What the database guarantees of targets and appraisals. */
export const targetMeanings: Meanings = {
  appraisal_kept: {
    code: 'alreadyDone',
    text: {
      zh: '已签署的意见不再改动，有误的请办理更正。',
      en: 'A signed opinion is kept as it is; open a correction.',
    },
  },
  appraisal_two_people: {
    code: 'ruleViolated',
    text: {
      zh: '填写和签署不能是同一人。',
      en: 'Whoever wrote an opinion can’t sign it.',
    },
  },
  appraisal_one_open: {
    code: 'conflict',
    text: {
      zh: '他人刚刚填写了这份意见，请刷新后再办。',
      en: 'Somebody just wrote this opinion; reload and try again.',
    },
  },
  target_sheet_locked: {
    code: 'conflict',
    text: {
      zh: '这份报送已送出或已确认，请刷新后再办。',
      en: 'The report was submitted or confirmed; reload and try again.',
    },
  },
  target_template_used: {
    code: 'conflict',
    text: { zh: '这份模板已启用，不再修改。', en: 'The template is in use and stays as it is.' },
  },
  target_template_family_edition_key: {
    code: 'conflict',
    text: { zh: '刚有人复制了这份模板。', en: 'Somebody has just copied the template.' },
  },
};
