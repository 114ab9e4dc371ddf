import { z } from 'zod';
import { expensePurposeSchema, payeeKindSchema } from './benefit-words.ts';
import { endpoint } from './endpoint.ts';
import { manyOf, pageOf, pagingQuery, sortOf } from './paging.ts';
import { basisSchema } from './problems.ts';
import { personalAmountSchema } from './projects.ts';
import { idSchema, plainDateSchema, postSchema, versionSchema, writtenText } from './values.ts';

/**
 * 工作经费 (B4): what each sending unit owes for its people in a year of the batch's posts, what it paid
 * and what that was used for. What is due is reckoned (domain/benefits/expenses), never typed.
 */

const tag = 'benefits';

export const expenseYearSchema = z.object({
  /** From 1. */
  year: z.int(),
  startsOn: z.string(),
  endsOn: z.string(),
});
export type ExpenseYear = z.infer<typeof expenseYearSchema>;

/** Money of an account or of somebody in it, in yuan. `outstanding` below 0: paid beyond what is due. */
const sums = {
  due: z.string(),
  paid: z.string(),
  used: z.string(),
  outstanding: z.string(),
};

export const expensePersonSchema = z.object({
  cadreId: idSchema,
  cadreName: z.string(),
  villageName: z.string(),
  townshipName: z.string(),
  post: postSchema,
  /** In post in the year. */
  from: z.string(),
  to: z.string(),
  days: z.int(),
  /** Those with whom the place is shared in the year. */
  sharedWith: z.array(z.string()),
  ...sums,
});
export type ExpensePerson = z.infer<typeof expensePersonSchema>;

export const expenseAccountSchema = z.object({
  unitId: idSchema,
  unitName: z.string(),
  people: z.array(expensePersonSchema),
  ...sums,
  closedAt: z.string().nullable(),
  closedByName: z.string().nullable(),
  note: z.string().nullable(),
});
export type ExpenseAccount = z.infer<typeof expenseAccountSchema>;

export const expensePaymentSchema = z.object({
  id: idSchema,
  cadreId: idSchema,
  cadreName: z.string(),
  paidOn: z.string(),
  amount: z.string(),
  payeeKind: payeeKindSchema,
  payee: z.string(),
  account: z.string(),
  voucher: z.string(),
  note: z.string().nullable(),
  enteredByName: z.string(),
  version: versionSchema,
});
export type ExpensePayment = z.infer<typeof expensePaymentSchema>;

export const expenseUseSchema = z.object({
  id: idSchema,
  cadreId: idSchema,
  cadreName: z.string(),
  usedOn: z.string(),
  amount: z.string(),
  purpose: expensePurposeSchema,
  content: z.string(),
  voucher: z.string(),
  enteredByName: z.string(),
  version: versionSchema,
});
export type ExpenseUse = z.infer<typeof expenseUseSchema>;

export const expenseActs = ['pay', 'use', 'close', 'reopen'] as const;

export const expenseDetailSchema = expenseAccountSchema.extend({
  batchId: idSchema,
  year: expenseYearSchema,
  payments: z.array(expensePaymentSchema),
  uses: z.array(expenseUseSchema),
  /** How it is reckoned, as the policy has it. */
  reckonedBy: z.enum(['place', 'month', 'day']),
  yearly: z.string(),
  basis: basisSchema,
  acts: z.array(z.enum(expenseActs)),
});
export type ExpenseDetail = z.infer<typeof expenseDetailSchema>;

const of = {
  /** The latest batch unless given. */
  batchId: idSchema.exactOptional(),
  /** The year that the day lies in unless given. */
  year: z.coerce.number().int().min(1).max(20).exactOptional(),
};

const query = pagingQuery.extend({
  sort: sortOf(['unit', 'due', 'outstanding']).default('unit'),
  ...of,
  unitIds: manyOf(idSchema).exactOptional(),
  /** `owing`: something is outstanding; `closed`: the year is closed. */
  state: z.enum(['owing', 'settled', 'closed']).exactOptional(),
});

export const listWorkExpenses = endpoint({
  id: 'listWorkExpenses',
  method: 'GET',
  path: '/api/work-expenses',
  access: 'expenses.read',
  summary: '工作经费台账，按派出单位',
  tag,
  query,
  reply: pageOf(expenseAccountSchema).extend({
    batchId: idSchema.nullable(),
    /** Null before the batch's posts begin. */
    year: expenseYearSchema.nullable(),
    years: z.array(expenseYearSchema),
    /** What the policy has due in the year, in yuan. */
    yearly: z.string(),
    basis: basisSchema,
    /** Of all units within reach. */
    sums: z.object({ ...sums, units: z.int(), people: z.int(), owing: z.int(), closed: z.int() }),
  }),
});

export const exportWorkExpenses = endpoint({
  id: 'exportWorkExpenses',
  method: 'GET',
  path: '/api/work-expenses.xlsx',
  access: 'expenses.read',
  summary: '工作经费台账，每人一行',
  tag,
  kind: 'file',
  query,
});

const params = z.object({ unitId: idSchema });

export const getWorkExpenses = endpoint({
  id: 'getWorkExpenses',
  method: 'GET',
  path: '/api/work-expenses/:unitId',
  access: 'expenses.read',
  summary: '一个单位一年的工作经费',
  tag,
  params,
  query: z.object(of),
  reply: expenseDetailSchema,
});

const given = {
  batchId: idSchema,
  year: z.int().min(1).max(20),
  cadreId: idSchema,
  amount: personalAmountSchema,
  voucher: writtenText(1, 60),
};

export const givenPaymentSchema = z.object({
  ...given,
  paidOn: plainDateSchema,
  payeeKind: payeeKindSchema,
  payee: writtenText(2, 80),
  account: z.string().regex(/^[0-9]{8,30}$/),
  note: writtenText(0, 200).nullable().exactOptional(),
});
export type GivenPayment = z.infer<typeof givenPaymentSchema>;

export const payWorkExpense = endpoint({
  id: 'payWorkExpense',
  method: 'POST',
  path: '/api/work-expenses/:unitId/payments',
  access: 'expenses.write',
  summary: '登记拨付',
  tag,
  status: 201,
  params,
  body: givenPaymentSchema,
  reply: expenseDetailSchema,
});

export const enterExpenseUse = endpoint({
  id: 'enterExpenseUse',
  method: 'POST',
  path: '/api/work-expenses/:unitId/uses',
  access: 'expenses.write',
  summary: '登记使用',
  tag,
  status: 201,
  params,
  body: z.object({
    ...given,
    usedOn: plainDateSchema,
    purpose: expensePurposeSchema,
    content: writtenText(2, 200),
  }),
  reply: expenseDetailSchema,
});

const line = z.object({ id: idSchema });
const seen = z.object({ version: z.coerce.number().int().positive() });

export const removeExpensePayment = endpoint({
  id: 'removeExpensePayment',
  method: 'DELETE',
  path: '/api/work-expense-payments/:id',
  access: 'expenses.write',
  summary: '删除误登的拨付（年度办结以前）',
  tag,
  params: line,
  query: seen,
  reply: expenseDetailSchema,
});

export const removeExpenseUse = endpoint({
  id: 'removeExpenseUse',
  method: 'DELETE',
  path: '/api/work-expense-uses/:id',
  access: 'expenses.write',
  summary: '删除误登的使用（年度办结以前）',
  tag,
  params: line,
  query: seen,
  reply: expenseDetailSchema,
});

export const closeWorkExpenses = endpoint({
  id: 'closeWorkExpenses',
  method: 'POST',
  path: '/api/work-expenses/:unitId/close',
  access: 'expenses.close',
  summary: '办结一个单位一年的工作经费',
  tag,
  params,
  body: z.object({
    batchId: idSchema,
    year: z.int().min(1).max(20),
    /** Why, where what was paid isn't what is due. */
    note: writtenText(2, 300).exactOptional(),
  }),
  reply: expenseDetailSchema,
});

export const reopenWorkExpenses = endpoint({
  id: 'reopenWorkExpenses',
  method: 'POST',
  path: '/api/work-expenses/:unitId/reopen',
  access: 'expenses.close',
  summary: '重新打开已办结的一年',
  tag,
  params,
  body: z.object({
    batchId: idSchema,
    year: z.int().min(1).max(20),
    reason: writtenText(2, 300),
  }),
  reply: expenseDetailSchema,
});
