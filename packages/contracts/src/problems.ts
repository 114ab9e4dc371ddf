import { z } from 'zod';
import { jsonSchema } from './values.ts';

/**
 * Every problem that the API can answer: code, HTTP status, title in both languages.
 * `detail` and `errors` of an answer say what exactly; logs carry the rest.
 */
export const problems = {
  badRequest: { status: 400, zh: '请求格式不正确', en: 'The request is malformed' },
  invalid: { status: 400, zh: '填写的内容有问题', en: 'Some fields need attention' },
  notSignedIn: { status: 401, zh: '请先登录', en: 'Please sign in' },
  wrongCredentials: { status: 401, zh: '用户名或口令不正确', en: 'Wrong user name or password' },
  codeRequired: { status: 401, zh: '请输入动态码', en: 'Enter the code of your second factor' },
  sessionEnded: {
    status: 401,
    zh: '登录已失效，请重新登录',
    en: 'The session has ended, please sign in again',
  },
  passwordChangeRequired: {
    status: 403,
    zh: '首次登录须先修改口令',
    en: 'Change the first password before going on',
  },
  secondFactorRequired: {
    status: 403,
    zh: '您的角色须先设置动态码',
    en: 'Your role needs a second factor: set it up before going on',
  },
  forbidden: { status: 403, zh: '您的角色不能办理此事', en: 'Your role cannot do this' },
  originRefused: {
    status: 403,
    zh: '请求来源不被接受',
    en: 'The origin of the request is not accepted',
  },
  notFound: {
    status: 404,
    zh: '没有找到，或不在您的范围内',
    en: 'Not found, or outside your scope',
  },
  staleVersion: { status: 409, zh: '内容已被他人修改', en: 'Somebody changed this meanwhile' },
  cellsChanged: {
    status: 409,
    zh: '有的格已被他人修改',
    en: 'Somebody changed some of the cells meanwhile',
  },
  conflict: { status: 409, zh: '与现有数据冲突', en: 'In conflict with existing data' },
  wouldOrphan: {
    status: 409,
    zh: '仍被引用，不能删除',
    en: 'Still referred to, cannot be deleted',
  },
  alreadyDone: { status: 409, zh: '已经办过，不能重复', en: 'Already done, cannot be repeated' },
  importStale: {
    status: 409,
    zh: '预览后数据已变化，请重新导入',
    en: 'Data changed since the preview, import again',
  },
  importUnderWay: {
    status: 409,
    zh: '这个文件正在读取或写入',
    en: 'This file is being read or written',
  },
  runOpen: { status: 409, zh: '方案正在测算', en: 'The plan is being solved' },
  tooLarge: { status: 413, zh: '文件或内容过大', en: 'Too large' },
  fileRefused: { status: 422, zh: '这个文件不能导入', en: 'This file cannot be imported' },
  evidenceRefused: { status: 422, zh: '这个文件不能作附件', en: 'This file cannot be attached' },
  templateRefused: { status: 422, zh: '这个模板不能使用', en: 'This template cannot be used' },
  valuesMissing: { status: 422, zh: '文书还有缺项', en: 'Letters lack values' },
  ruleViolated: { status: 422, zh: '不符合政策规定', en: 'Against a rule of the policy' },
  importHasProblems: { status: 422, zh: '还有问题行，不能写入', en: 'Rows with problems remain' },
  idempotencyMismatch: {
    status: 422,
    zh: '同一请求号对应了不同内容',
    en: 'The idempotency key was used for another request',
  },
  tooMany: {
    status: 429,
    zh: '操作过于频繁，请稍后再试',
    en: 'Too many attempts, try again later',
  },
  internal: {
    status: 500,
    zh: '系统出错，已记入日志',
    en: 'Something went wrong, it has been logged',
  },
  storageFull: {
    status: 507,
    zh: '服务器磁盘已满，没有保存',
    en: 'The server’s disk is full, nothing was kept',
  },
  unavailable: {
    status: 503,
    zh: '系统暂时不可用，请稍后再试',
    en: 'Not available for the moment, try again',
  },
} as const satisfies Record<string, { status: number; zh: string; en: string }>;

export type ProblemCode = keyof typeof problems;

/** Where a rule comes from; the notice is cited only for `notice`. */
export const basisSchema = z.object({
  kind: z.enum(['notice', 'national', 'reading', 'local']),
  source: z.string(),
});
export type Basis = z.infer<typeof basisSchema>;

/** One thing that is wrong: where, what, by which rule, and what to do. */
export const problemErrorSchema = z.object({
  path: z.string(),
  code: z.string(),
  message: z.string(),
  basis: basisSchema.nullable(),
  remedy: z.string().nullable(),
});
export type ProblemError = z.infer<typeof problemErrorSchema>;

/** A difference between what the client saw and what is there now. */
export const changeSchema = z.object({
  path: z.string(),
  was: z.string().nullable(),
  is: z.string().nullable(),
  by: z.string().nullable(),
  at: z.string().nullable(),
});
export type Change = z.infer<typeof changeSchema>;

/** RFC 9457 problem details, as `application/problem+json`. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string(),
  errors: z.array(problemErrorSchema),
  current: jsonSchema.exactOptional(),
  changes: z.array(changeSchema).exactOptional(),
  retryAfter: z.int().exactOptional(),
  /** The request's number: by it an administrator finds the lines of the log. */
  requestId: z.string().exactOptional(),
});
export type Problem = z.infer<typeof problemSchema>;
