import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { pairingSchema } from './enterprises.ts';
import { manyOf, pageOf, pagingQuery, sortOf } from './paging.ts';
import { amountSchema } from './projects.ts';
import { supportPartSchema, supportSourceSchema } from './support-words.ts';
import { dayQuery, idSchema, tierSchema, versionSchema, writtenText } from './values.ts';

/** 四位一体 (S1): what each source brought to villages, and which villages are without one. */

const tag = 'support';

export const yearSchema = z.coerce.number().int().min(1900).max(2100);

/** By source in yuan; all of them together in `total`. */
export const broughtSchema = z.object({
  publicFund: z.string(),
  unit: z.string(),
  enterprise: z.string(),
  village: z.string(),
  other: z.string(),
  total: z.string(),
});
export type Brought = z.infer<typeof broughtSchema>;

/** A sending unit beside a village: made by its people in post there, never typed. */
export const unitPairingSchema = z.object({
  unitId: idSchema,
  unitName: z.string(),
  people: z.array(z.string()),
  /** One of a unit's people alone here, the others elsewhere: an exception to two in one village. */
  split: z.boolean(),
});
export type UnitPairing = z.infer<typeof unitPairingSchema>;

export const supportVillageSchema = z.object({
  villageId: idSchema,
  villageName: z.string(),
  townshipId: idSchema,
  townshipName: z.string(),
  tier: tierSchema.nullable(),
  cadres: z.int(),
  units: z.array(unitPairingSchema),
  enterprises: z.array(z.string()),
  brought: broughtSchema,
  /** Helped in other ways: times of training and visits that are confirmed. */
  trainings: z.int(),
  visits: z.int(),
  projects: z.int(),
  projectsLate: z.int(),
  projectsStopped: z.int(),
  owed: z.int(),
  late: z.int(),
  lacking: z.array(supportPartSchema),
});
export type SupportVillage = z.infer<typeof supportVillageSchema>;

const query = pagingQuery.extend({
  sort: sortOf([
    'total',
    'name',
    'township',
    'publicFund',
    'unit',
    'enterprise',
    'projects',
    'owed',
  ]).default('total'),
  townshipIds: manyOf(idSchema).exactOptional(),
  /** Without one of these. */
  lacking: manyOf(supportPartSchema).exactOptional(),
  /** To which nobody brought anything in the year. */
  none: z.stringbool().exactOptional(),
  split: z.stringbool().exactOptional(),
  owed: z.stringbool().exactOptional(),
  /** The calendar year; that of the day looked at unless said, or the one before while nothing has come. */
  year: yearSchema.exactOptional(),
  ...dayQuery.shape,
});

export const listSupport = endpoint({
  id: 'listSupport',
  method: 'GET',
  path: '/api/support/villages',
  access: 'support.read',
  summary: '各村帮扶情况',
  tag,
  query,
  /** Of all villages that are filtered. */
  reply: pageOf(supportVillageSchema).extend({
    year: z.int(),
    brought: broughtSchema,
    /** Villages to which nobody brought anything. */
    none: z.int(),
    lacking: z.object({
      publicFund: z.int(),
      cadre: z.int(),
      unit: z.int(),
      enterprise: z.int(),
    }),
    split: z.int(),
    owed: z.int(),
    late: z.int(),
  }),
});

export const exportSupport = endpoint({
  id: 'exportSupport',
  method: 'GET',
  path: '/api/support/villages.xlsx',
  access: 'support.read',
  summary: '各村帮扶情况表',
  tag,
  kind: 'file',
  query,
});

const params = z.object({ id: idSchema });

export const fundSchema = z.object({
  id: idSchema,
  villageId: idSchema,
  year: z.int(),
  amount: z.string(),
  source: z.string(),
  document: z.string(),
  note: z.string().nullable(),
  enteredByName: z.string(),
  /** Planned for projects out of it. */
  planned: z.string(),
  version: versionSchema,
});
export type VillageFund = z.infer<typeof fundSchema>;

export const yearOfSupportSchema = z.object({
  year: z.int(),
  brought: broughtSchema,
  trainings: z.int(),
  visits: z.int(),
});
export type YearOfSupport = z.infer<typeof yearOfSupportSchema>;

/** Who brought what in a year: one line a helper. */
export const helperYearSchema = z.object({
  year: z.int(),
  source: supportSourceSchema,
  name: z.string(),
  unitId: idSchema.nullable(),
  enterpriseId: idSchema.nullable(),
  amount: z.string(),
});

export const getVillageSupport = endpoint({
  id: 'getVillageSupport',
  method: 'GET',
  path: '/api/support/villages/:id',
  access: 'support.read',
  summary: '一个村的帮扶情况',
  tag,
  params,
  query: dayQuery,
  reply: z.object({
    villageId: idSchema,
    villageName: z.string(),
    townshipId: idSchema,
    townshipName: z.string(),
    cadres: z.array(z.object({ cadreId: idSchema, name: z.string(), unitName: z.string() })),
    units: z.array(unitPairingSchema),
    pairings: z.array(pairingSchema),
    funds: z.array(fundSchema),
    years: z.array(yearOfSupportSchema),
    helpers: z.array(helperYearSchema),
    brought: broughtSchema,
    /** Spent on infrastructure projects by year: the village's measure (T2). */
    infrastructure: z.array(z.object({ year: z.int(), amount: z.string() })),
    /** In `year`. */
    lacking: z.array(supportPartSchema),
    year: z.int(),
    owed: z.int(),
    late: z.int(),
    /** Whether the caller keeps funds, pairings and projects here. */
    changeable: z.boolean(),
  }),
});

export const getUnitSupport = endpoint({
  id: 'getUnitSupport',
  method: 'GET',
  path: '/api/support/units/:id',
  access: 'support.read',
  summary: '一个单位的帮扶情况',
  tag,
  params,
  query: dayQuery,
  reply: z.object({
    unitId: idSchema,
    unitName: z.string(),
    villages: z.array(
      z.object({
        villageId: idSchema,
        villageName: z.string(),
        townshipName: z.string(),
        people: z.array(z.string()),
        split: z.boolean(),
        /** Pieces of help: all that were promised or given, confirmed, and owed. */
        promised: z.int(),
        done: z.int(),
        owed: z.int(),
        late: z.int(),
        /** In yuan: promised in money and goods, confirmed, owed still; and what projects received. */
        promisedAmount: z.string(),
        doneAmount: z.string(),
        owedAmount: z.string(),
        projectAmount: z.string(),
      }),
    ),
    years: z.array(z.object({ year: z.int(), amount: z.string() })),
    /** Whether the caller reports this unit's help. */
    reports: z.boolean(),
  }),
});

const fund = {
  year: z.int().min(1900).max(2100),
  amount: amountSchema,
  source: writtenText(2, 80),
  document: writtenText(1, 80),
  note: z.string().trim().max(300).nullable().exactOptional(),
};

export const createFund = endpoint({
  id: 'createFund',
  method: 'POST',
  path: '/api/support/funds',
  access: 'support.write',
  summary: '登记公共财政资金',
  tag,
  status: 201,
  body: z.object({ villageId: idSchema, ...fund }),
  reply: fundSchema,
});

export const updateFund = endpoint({
  id: 'updateFund',
  method: 'PATCH',
  path: '/api/support/funds/:id',
  access: 'support.write',
  summary: '修改公共财政资金',
  tag,
  params,
  body: z.object({ ...fund, version: versionSchema }),
  reply: fundSchema,
});

export const deleteFund = endpoint({
  id: 'deleteFund',
  method: 'DELETE',
  path: '/api/support/funds/:id',
  access: 'support.write',
  summary: '删除误登的公共财政资金',
  tag,
  kind: 'empty',
  params,
  query: z.object({ version: z.coerce.number().int().positive() }),
});
