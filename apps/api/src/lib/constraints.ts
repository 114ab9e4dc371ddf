import type { ProblemCode } from '@xuanpai/contracts/problems';
import type { Text } from '@xuanpai/contracts/text';
import { databaseProblem, sqlstates } from '@xuanpai/database/errors';
import { ApiError } from './api-error.ts';
import { benefitMeanings } from './constraint-meanings/benefits.ts';
import { evaluationMeanings } from './constraint-meanings/evaluation.ts';
import { evaluationEntryMeanings } from './constraint-meanings/evaluation-entry.ts';
import { evaluationStepMeanings } from './constraint-meanings/evaluation-steps.ts';

export type Meanings = Record<string, { code: ProblemCode; text: Text }>;

/** What the database's own guarantees mean to a person. */
const meanings: Meanings = {
  ...evaluationMeanings,
  ...evaluationStepMeanings,
  ...benefitMeanings,
  ...evaluationEntryMeanings,
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
  work_rule_edition_key: {
    code: 'conflict',
    text: {
      zh: '他人刚刚发布了新版本，请刷新后核对。',
      en: 'Somebody just issued a version; reload and look at it.',
    },
  },
  nomination_one_active: {
    code: 'conflict',
    text: { zh: '此人已在本批次人选中。', en: 'This person is already named to the batch.' },
  },
  cadre_id_number_hmac_key: {
    code: 'conflict',
    text: {
      zh: '这个身份证号已登记在另一名干部名下。',
      en: 'This ID number belongs to another cadre of the register.',
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
  unit_name_key: {
    code: 'conflict',
    text: { zh: '已有同名单位。', en: 'A unit of this name exists.' },
  },
  village_code_key: {
    code: 'conflict',
    text: { zh: '这个区划代码已登记。', en: 'This code is registered already.' },
  },
  user_username_key: {
    code: 'conflict',
    text: { zh: '这个用户名已被使用。', en: 'This user name is taken.' },
  },
  user_role_once: {
    code: 'conflict',
    text: { zh: '同一角色和范围不能重复授予。', en: 'A role with its scope is granted once.' },
  },
  batch_name_key: {
    code: 'conflict',
    text: { zh: '已有同名批次。', en: 'A batch of this name exists.' },
  },
  plan_batch_id_name_key: {
    code: 'conflict',
    text: { zh: '本批次已有同名方案。', en: 'The batch has a plan of this name.' },
  },
};

/** Deletions look for references first, so that this is nearly always a row that has just gone. */
const justDeleted: Text = {
  zh: '所指的内容刚被删除，或仍被引用。请刷新后再办。',
  en: 'What this points at was just deleted, or is still referred to. Reload and try again.',
};

/** Input that PostgreSQL can't store: a number out of range, a NUL, half a surrogate pair. */
const unstorable = new Set(['22003', '22021', '22P02', '22P05']);

/** Turns a refusal of the database into the problem that it means; null when it isn't one. */
export function meaningOf(error: unknown): ApiError | null {
  const problem = databaseProblem(error);
  if (!problem) return null;
  const meaning = problem.constraint ? meanings[problem.constraint] : undefined;
  if (meaning) return new ApiError(meaning.code, { detail: meaning.text });
  if (unstorable.has(problem.sqlstate)) return new ApiError('badRequest');
  switch (problem.sqlstate) {
    case sqlstates.restrict:
      return new ApiError('wouldOrphan');
    case sqlstates.foreignKey:
      return new ApiError('conflict', { detail: justDeleted });
    case sqlstates.unique:
    case sqlstates.exclusion:
    case sqlstates.serialization:
    case sqlstates.deadlock:
      return new ApiError('conflict');
    case sqlstates.timedOut:
      return new ApiError('unavailable');
    default:
      return null;
  }
}
