import { z } from 'zod';
import type { Word } from './words.ts';

/** 四位一体: public funds, the cadre in post, the sending unit, the enterprise (S1). */
export const supportSources = ['publicFund', 'unit', 'enterprise', 'village', 'other'] as const;
export const supportSourceSchema = z.enum(supportSources);
export type SupportSource = z.infer<typeof supportSourceSchema>;

export const supportSourceWords = {
  publicFund: { zh: '公共财政', en: 'Public funds' },
  unit: { zh: '派出单位', en: 'Sending unit' },
  enterprise: { zh: '结对企业', en: 'Paired enterprise' },
  village: { zh: '村自筹', en: 'Village' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<SupportSource, Word>;

/** What a village may be without. */
export const supportParts = ['publicFund', 'cadre', 'unit', 'enterprise'] as const;
export const supportPartSchema = z.enum(supportParts);
export type SupportPart = z.infer<typeof supportPartSchema>;

export const supportPartWords = {
  publicFund: { zh: '公共财政', en: 'Public funds' },
  cadre: { zh: '任职干部', en: 'Cadre in post' },
  unit: { zh: '派出单位', en: 'Sending unit' },
  enterprise: { zh: '结对企业', en: 'Paired enterprise' },
} as const satisfies Record<SupportPart, Word>;

export const projectKinds = ['infrastructure', 'industry', 'services', 'other'] as const;
export const projectKindSchema = z.enum(projectKinds);
export type ProjectKind = z.infer<typeof projectKindSchema>;

export const projectKindWords = {
  infrastructure: { zh: '基础设施', en: 'Infrastructure' },
  industry: { zh: '产业发展', en: 'Industry' },
  services: { zh: '公共服务', en: 'Services' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<ProjectKind, Word>;

export const projectStates = ['planned', 'underWay', 'done', 'accepted', 'stopped'] as const;
export const projectStateSchema = z.enum(projectStates);
export type ProjectState = z.infer<typeof projectStateSchema>;

export const projectStateWords = {
  planned: { zh: '计划', en: 'Planned' },
  underWay: { zh: '在建', en: 'Under way' },
  done: { zh: '已完工', en: 'Done' },
  accepted: { zh: '已验收', en: 'Accepted' },
  stopped: { zh: '已停止', en: 'Stopped' },
} as const satisfies Record<ProjectState, Word>;

export const projectActs = [
  'create',
  'begin',
  'finish',
  'rework',
  'accept',
  'stop',
  'resume',
] as const;
export const projectActSchema = z.enum(projectActs);
export type ProjectAct = z.infer<typeof projectActSchema>;

export const projectActWords = {
  create: { zh: '立项', en: 'Entered' },
  begin: { zh: '开工', en: 'Begun' },
  finish: { zh: '完工', en: 'Finished' },
  rework: { zh: '整改', en: 'To be put right' },
  accept: { zh: '验收', en: 'Accepted' },
  stop: { zh: '停止', en: 'Stopped' },
  resume: { zh: '恢复', en: 'Taken up again' },
} as const satisfies Record<ProjectAct, Word>;

export const paymentKinds = ['received', 'spent'] as const;
export const paymentKindSchema = z.enum(paymentKinds);
export type PaymentKind = z.infer<typeof paymentKindSchema>;

export const paymentKindWords = {
  received: { zh: '到位', en: 'Received' },
  spent: { zh: '支出', en: 'Spent' },
} as const satisfies Record<PaymentKind, Word>;

export const helpKinds = ['money', 'goods', 'project', 'training', 'visits'] as const;
export const helpKindSchema = z.enum(helpKinds);
export type HelpKind = z.infer<typeof helpKindSchema>;

export const helpKindWords = {
  money: { zh: '资金', en: 'Money' },
  goods: { zh: '物资', en: 'Goods' },
  project: { zh: '项目', en: 'Project' },
  training: { zh: '培训', en: 'Training' },
  visits: { zh: '走访', en: 'Visits' },
} as const satisfies Record<HelpKind, Word>;

export const helpStates = ['promised', 'reported', 'returned', 'confirmed', 'dropped'] as const;
export const helpStateSchema = z.enum(helpStates);
export type HelpState = z.infer<typeof helpStateSchema>;

export const helpStateWords = {
  promised: { zh: '已承诺', en: 'Promised' },
  reported: { zh: '待确认', en: 'To be confirmed' },
  returned: { zh: '已退回', en: 'Returned' },
  confirmed: { zh: '已确认', en: 'Confirmed' },
  dropped: { zh: '已取消', en: 'Given up' },
} as const satisfies Record<HelpState, Word>;

export const helpActs = [
  'promise',
  'report',
  'withdraw',
  'confirm',
  'return',
  'reopen',
  'drop',
] as const;
export const helpActSchema = z.enum(helpActs);
export type HelpAct = z.infer<typeof helpActSchema>;

export const helpActWords = {
  promise: { zh: '承诺', en: 'Promised' },
  report: { zh: '上报', en: 'Reported' },
  withdraw: { zh: '撤回', en: 'Taken back' },
  confirm: { zh: '确认', en: 'Confirmed' },
  return: { zh: '退回', en: 'Returned' },
  reopen: { zh: '重新核实', en: 'Taken up again' },
  drop: { zh: '取消', en: 'Given up' },
} as const satisfies Record<HelpAct, Word>;
