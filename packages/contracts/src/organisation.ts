import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { idSchema, plainDateSchema, versionSchema, writtenText } from './values.ts';

/**
 * 组织领导 (S5): who leads the work in the district, the townships and the units, and the item in each
 * unit's report (述职考核). First persons responsible come from the unit register.
 */

const tag = 'inspections';

export const officeGroupSchema = z.object({
  name: z.string(),
  head: z.string(),
  contactName: z.string(),
  contactPhone: z.string().nullable(),
  document: z.string().nullable(),
  setUpOn: z.string().nullable(),
  version: versionSchema,
});

export const dutyReportSchema = z.object({
  year: z.int(),
  item: z.string(),
  result: z.string().nullable(),
  document: z.string().nullable(),
  reportedOn: z.string().nullable(),
  version: versionSchema,
});

export const organisationRowSchema = z.object({
  /** Null: the district itself. */
  unitId: idSchema.nullable(),
  unitName: z.string(),
  township: z.boolean(),
  /** From the unit register. */
  responsiblePerson: z.string().nullable(),
  contactName: z.string().nullable(),
  contactPhone: z.string().nullable(),
  /** 领导小组办公室 or 办事机构. */
  group: officeGroupSchema.nullable(),
  /** Of the year asked for. */
  report: dutyReportSchema.nullable(),
  /** What the caller may write. */
  editsGroup: z.boolean(),
  editsReport: z.boolean(),
});
export type OrganisationRow = z.infer<typeof organisationRowSchema>;

const yearSchema = z.coerce.number().int().min(1949).max(2100);

export const listOrganisation = endpoint({
  id: 'listOrganisation',
  method: 'GET',
  path: '/api/inspections/organisation',
  access: 'inspections.read',
  summary: '领导小组、办事机构和述职考核',
  tag,
  query: z.object({ year: yearSchema }),
  /** The district first, then townships, then units that have sent somebody, by name. */
  reply: z.object({
    items: z.array(organisationRowSchema),
    /** The district and the townships: those that set up an office (六). */
    asked: z.int(),
    withoutGroup: z.int(),
    reported: z.int(),
  }),
});

const group = {
  name: writtenText(2, 60),
  head: writtenText(2, 60),
  contactName: writtenText(2, 30),
  contactPhone: writtenText(5, 30).nullable(),
  document: writtenText(1, 60).nullable(),
  setUpOn: plainDateSchema.nullable(),
  /** 0 where there was none. */
  version: z.int().nonnegative(),
};

export const saveDistrictGroup = endpoint({
  id: 'saveDistrictGroup',
  method: 'PUT',
  path: '/api/inspections/organisation/district',
  access: 'inspections.link',
  summary: '登记区领导小组办公室',
  tag,
  body: z.object(group),
  reply: z.object({ version: versionSchema }),
});

export const saveUnitGroup = endpoint({
  id: 'saveUnitGroup',
  method: 'PUT',
  path: '/api/inspections/organisation/units/:id',
  access: 'inspections.organise',
  summary: '登记单位、镇街的办事机构',
  tag,
  params: z.object({ id: idSchema }),
  body: z.object(group),
  reply: z.object({ version: versionSchema }),
});

export const saveDutyReport = endpoint({
  id: 'saveDutyReport',
  method: 'PUT',
  path: '/api/inspections/units/:id/duty-reports/:year',
  access: 'inspections.link',
  summary: '登记述职考核中的选派工作',
  tag,
  params: z.object({ id: idSchema, year: yearSchema }),
  body: z.object({
    item: writtenText(2, 300),
    result: writtenText(1, 300).nullable(),
    document: writtenText(1, 60).nullable(),
    reportedOn: plainDateSchema.nullable(),
    version: z.int().nonnegative(),
  }),
  reply: z.object({ version: versionSchema }),
});

export const exportUnitYear = endpoint({
  id: 'exportUnitYear',
  method: 'GET',
  path: '/api/inspections/units/:id/years/:year/report.docx',
  access: 'inspections.read',
  summary: '单位一年的选派工作情况',
  tag,
  kind: 'file',
  params: z.object({ id: idSchema, year: yearSchema }),
});
