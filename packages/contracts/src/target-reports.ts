import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { targetActSchema, targetStatusSchema } from './target-values.ts';
import { measureSchema, targetNumberSchema } from './targets.ts';
import { idSchema, versionSchema, villageKindSchema, writtenText } from './values.ts';

/** 目标报送: what the villages of a township report for a period (T3). */

const tag = 'targets';

/** `2015Q3`, or `2015`. */
export const periodSchema = z.string().regex(/^(19|20)\d\d(Q[1-4])?$/);

export const reportStandingSchema = z.object({
  key: z.string(),
  startsOn: z.string(),
  endsOn: z.string(),
  reportBy: z.string(),
  /** Over on the office's day: it can be reported. */
  open: z.boolean(),
  late: z.boolean(),
  townships: z.array(
    z.object({
      townshipId: idSchema,
      townshipName: z.string(),
      villages: z.int(),
      draft: z.int(),
      submitted: z.int(),
      returned: z.int(),
      confirmed: z.int(),
    }),
  ),
});

/** The periods of a batch, and how the reports of each township stand. */
export const listTargetPeriods = endpoint({
  id: 'listTargetPeriods',
  method: 'GET',
  path: '/api/targets/periods',
  access: 'targets.read',
  summary: '各期目标报送的情况',
  tag,
  query: z.object({ batchId: idSchema }),
  reply: z.object({ items: z.array(reportStandingSchema), total: z.int() }),
});

export const targetCellSchema = z.object({
  measureKey: z.string(),
  value: z.string().nullable(),
  answer: z.boolean().nullable(),
  note: z.string().nullable(),
  /** What was confirmed for an earlier period; nothing is asked twice. */
  before: z
    .object({ period: z.string(), value: z.string().nullable(), answer: z.boolean().nullable() })
    .nullable(),
  /** Must be reported for this period. */
  asked: z.boolean(),
  /** Said by another source: judged, or from projects. Read-only. */
  reckoned: z.string().nullable(),
});
export type TargetCell = z.infer<typeof targetCellSchema>;

export const targetSheetSchema = z.object({
  /** Null before anything was written. */
  sheetId: idSchema.nullable(),
  villageId: idSchema,
  villageName: z.string(),
  kinds: z.array(villageKindSchema),
  families: z.array(z.string()),
  status: targetStatusSchema,
  /** 1 before anything was written. */
  version: versionSchema,
  revision: z.int(),
  /** Why it was returned or reopened, while that stands. */
  reason: z.string().nullable(),
  cells: z.array(targetCellSchema),
  acts: z.array(targetActSchema),
  editable: z.boolean(),
});
export type TargetSheet = z.infer<typeof targetSheetSchema>;

const sheetParams = z.object({ townshipId: idSchema, period: periodSchema });
const batchQuery = z.object({ batchId: idSchema });

export const getTargetSheets = endpoint({
  id: 'getTargetSheets',
  method: 'GET',
  path: '/api/targets/sheets/:townshipId/:period',
  access: 'targets.read',
  summary: '一个镇街一期的目标报送表',
  tag,
  params: sheetParams,
  query: batchQuery,
  reply: z.object({
    township: z.object({ id: idSchema, name: z.string() }),
    period: reportStandingSchema.omit({ townships: true }),
    measures: z.array(measureSchema),
    sheets: z.array(targetSheetSchema),
  }),
});

const cellValueSchema = z
  .object({
    value: targetNumberSchema.nullable(),
    answer: z.boolean().nullable(),
    note: writtenText(1, 500).nullable(),
  })
  .nullable();

export const targetChangeSchema = z.object({
  villageId: idSchema,
  measureKey: z.string().max(60),
  /** What the page showed; the cell is left alone where it is another by now. */
  was: cellValueSchema,
  is: cellValueSchema,
});
export type TargetChange = z.infer<typeof targetChangeSchema>;

/**
 * Saves as it is typed: all of it or nothing. Cells that somebody else changed meanwhile answer 409
 * `cellsChanged`; `errors[].path` is `villageId/measureKey`.
 */
export const saveTargetSheets = endpoint({
  id: 'saveTargetSheets',
  method: 'PATCH',
  path: '/api/targets/sheets/:townshipId/:period',
  access: 'targets.report',
  summary: '填报目标进展（逐格核对后保存）',
  tag,
  params: sheetParams,
  body: z.object({
    batchId: idSchema,
    changes: z.array(targetChangeSchema).min(1).max(5000),
  }),
  /** The sheets that were touched. */
  reply: z.object({ sheets: z.array(targetSheetSchema) }),
});

const villages = z
  .array(z.object({ villageId: idSchema, version: versionSchema }))
  .min(1)
  .max(1000);

function act<const Id extends string, const Name extends string, Body extends z.ZodType>(
  id: Id,
  name: Name,
  access: 'targets.report' | 'targets.confirm' | 'targets.reopen',
  summary: string,
  body: Body,
) {
  return endpoint({
    id,
    method: 'POST',
    path: `/api/targets/sheets/:townshipId/:period/${name}`,
    access,
    summary,
    tag,
    params: sheetParams,
    body,
    reply: z.object({ sheets: z.array(targetSheetSchema) }),
  });
}

const plain = z.object({ batchId: idSchema, villages });
const reasoned = plain.extend({ reason: writtenText(2, 500) });

/** Refuses with every gap at once: a measure that is asked for and has neither value nor note. */
export const submitTargets = act(
  'submitTargets',
  'submit',
  'targets.report',
  '报送目标进展',
  plain,
);
export const withdrawTargets = act(
  'withdrawTargets',
  'withdraw',
  'targets.report',
  '撤回报送',
  plain,
);
/** By another person than who submitted; locks the values, in the database too. */
export const confirmTargets = act(
  'confirmTargets',
  'confirm',
  'targets.confirm',
  '确认目标进展',
  plain,
);
export const returnTargets = act(
  'returnTargets',
  'return',
  'targets.confirm',
  '退回目标进展',
  reasoned,
);
/** The district opens a confirmed report for a correction; the edition before is kept. */
export const reopenTargets = act(
  'reopenTargets',
  'reopen',
  'targets.reopen',
  '重新开放已确认的报送',
  reasoned,
);

/** The values as they were confirmed, one edition after the other. */
export const listTargetEditions = endpoint({
  id: 'listTargetEditions',
  method: 'GET',
  path: '/api/targets/editions/:sheetId',
  access: 'targets.read',
  summary: '一个村一期报送的各版',
  tag,
  params: z.object({ sheetId: idSchema }),
  reply: z.object({
    items: z.array(
      z.object({
        revision: z.int(),
        confirmedByName: z.string(),
        confirmedAt: z.string(),
        values: z.array(
          z.object({
            measureKey: z.string(),
            value: z.string().nullable(),
            answer: z.boolean().nullable(),
            note: z.string().nullable(),
          }),
        ),
      }),
    ),
    total: z.int(),
  }),
});

/** The township's sheet for a period as a workbook: filled in offline, and imported again. */
export const exportTargetSheets = endpoint({
  id: 'exportTargetSheets',
  method: 'GET',
  path: '/api/targets/sheets/:townshipId/:period/sheet.xlsx',
  access: 'targets.read',
  summary: '目标报送表（.xlsx）',
  tag,
  kind: 'file',
  params: sheetParams,
  query: batchQuery,
});
