import type { Meanings } from './meanings.ts';

/** What the database guarantees of attendance and the calendar. */
export const attendanceMeanings: Meanings = {
  calendar_month_locked: {
    code: 'conflict',
    text: {
      zh: '该月考勤刚由区里确认，当月日历不能再改。',
      en: 'The month was just confirmed; its days stay as they are.',
    },
  },
  attendance_month_locked: {
    code: 'ruleViolated',
    text: {
      zh: '其中有月份的考勤已确认。请先申请更正该月考勤，区里同意后再办。',
      en: 'A month in it is confirmed. Ask for a correction of that month first.',
    },
  },
  attendance_row_day_once: {
    code: 'conflict',
    text: {
      zh: '同一干部的同一天只能登记在一张考勤表上。',
      en: 'A day of a cadre is logged on one sheet.',
    },
  },
  attendance_absence_confirmed: {
    code: 'ruleViolated',
    text: {
      zh: '旷工由区里听取本人说明后认定，不能直接登记。',
      en: 'An absence is confirmed by the district once the cadre was heard; it is not logged.',
    },
  },
  attendance_record_kept: {
    code: 'alreadyDone',
    text: {
      zh: '各版考勤、办理过程和旷工认定只增不改。',
      en: 'Editions, acts and confirmed absences are kept as they are.',
    },
  },
  attendance_sheet_township_id_month_key: {
    code: 'conflict',
    text: {
      zh: '他人刚刚打开了这张考勤表，请重试。',
      en: 'Somebody just made this sheet; try again.',
    },
  },
};
