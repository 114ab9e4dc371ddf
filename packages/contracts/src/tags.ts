/** The chapters of the API's description. */
export const tags = {
  health: '进程与数据库是否可用',
  auth: '登录、口令、登录记录、下载链接',
  users: '用户与角色',
  audit: '审计日志',
  registers: '名册:镇街、村、单位、干部',
  imports: '从表格导入',
  batches: '批次、政策参数、覆盖',
  nominations: '人选与资格',
  plans: '选派方案:测算、调整、审定、印发',
  assignments: '任职',
  letters: '文书:通知、介绍信、名册附件及其模板',
  attendance: '考勤:月表、请假、检查、日历',
  targets: '目标任务:模板、报送、进展、实绩考核',
  trainings: '培训与典型',
  evidence: '附件',
  inspections: '督查:督查、问题整改、抽村',
  support: '帮扶:企业、公共财政、项目、帮扶事项',
  evaluations: '考核:年度考核、期满考核、等次、期满',
  termEnds: '期满:去留、移交、批次办结',
  benefits: '待遇:政策待遇、工作经费、镇街自定待遇',
  home: '工作台与查找',
} as const;

export type Tag = keyof typeof tags;
