import type { BodyOf, ReplyOf } from '@xuanpai/contracts/endpoint';
import type {
  listOrganisation,
  OrganisationRow,
  saveDutyReport,
  saveUnitGroup,
} from '@xuanpai/contracts/organisation';
import { may } from '@xuanpai/contracts/permissions';
import { toDate, toPlainDate } from '@xuanpai/database/dates';
import type { DutyReport, OfficeGroup } from '@xuanpai/database/generated/client';
import type { Actor } from '../../lib/actor.ts';
import { notFound } from '../../lib/api-error.ts';
import { record } from '../../lib/audit.ts';
import type { Deps } from '../../lib/deps.ts';
import { lockRow } from '../../lib/lock.ts';
import { scopeFor, scopeWhere } from '../../lib/scope.ts';
import { checkVersion } from '../../lib/versions.ts';
import { writeAs } from '../../lib/write.ts';

/** The district, the townships and the units that have posts, within reach. */
export async function readOrganisation(
  { db }: Deps,
  actor: Actor,
  year: number,
): Promise<ReplyOf<typeof listOrganisation>> {
  const reach = scopeWhere(scopeFor(actor, 'inspections.read', 'units'), 'units');
  const [district, units] = await Promise.all([
    db.prisma.officeGroup.findFirst({ where: { unitId: null } }),
    db.prisma.unit.findMany({
      where: {
        AND: [
          reach,
          { OR: [{ kind: 'townshipOffice' }, { cadres: { some: { assignments: { some: {} } } } }] },
        ],
      },
      include: { group: true, dutyReports: { where: { year } } },
    }),
  ]);
  const links = may(actor.roles, 'inspections.link');
  const organises = may(actor.roles, 'inspections.organise');
  const ofDistrict: OrganisationRow = {
    ...{ unitId: null, unitName: '区领导小组办公室', township: false, responsiblePerson: null },
    ...{ contactName: null, contactPhone: null },
    ...{ group: groupOf(district), report: null, editsGroup: links, editsReport: false },
  };
  const rows = units.map(({ id, name, kind, responsiblePerson, group, dutyReports, ...unit }) => ({
    ...{ unitId: id, unitName: name, township: kind === 'townshipOffice', responsiblePerson },
    ...{ contactName: unit.contactName, contactPhone: unit.contactPhone },
    ...{ group: groupOf(group), report: reportOf(dutyReports[0] ?? null) },
    // Whoever reads a unit and may write groups writes this one.
    ...{ editsGroup: organises, editsReport: links },
  }));
  const order = new Intl.Collator('zh-CN').compare;
  const byName = rows.sort(
    (a, b) => Number(b.township) - Number(a.township) || order(a.unitName, b.unitName),
  );
  const items = [ofDistrict, ...byName];
  const asked = items.filter(({ unitId, township }) => unitId === null || township);
  return {
    items,
    asked: asked.length,
    withoutGroup: asked.filter(({ group }) => group === null).length,
    reported: items.filter(({ report }) => report !== null).length,
  };
}

export function groupOf(row: OfficeGroup | null): OrganisationRow['group'] {
  if (row === null) return null;
  const { id: _, unitId: __, setUpOn, ...group } = row;
  return { ...group, setUpOn: toPlainDate(setUpOn) };
}

export function reportOf(row: DutyReport | null): OrganisationRow['report'] {
  if (row === null) return null;
  const { unitId: _, reportedOn, ...report } = row;
  return { ...report, reportedOn: toPlainDate(reportedOn) };
}

/** Enters the office of a unit or township; without one the district's. Gives its version. */
export function saveGroup(
  deps: Deps,
  actor: Actor,
  unitId: string | null,
  { version: seen, ...input }: BodyOf<typeof saveUnitGroup>,
): Promise<number> {
  return writeAs(deps, actor, async (tx) => {
    let owner = '区领导小组办公室';
    if (unitId !== null) {
      const reach = scopeWhere(scopeFor(actor, 'inspections.organise', 'units'), 'units');
      const unit = await tx.unit.findFirst({ where: { AND: [{ id: unitId }, reach] } });
      if (!unit) throw notFound();
      owner = unit.name;
      await lockRow(tx, 'unit', unitId);
    } else {
      await tx.$queryRaw`SELECT 1 FROM office_group WHERE unit_id IS NULL FOR UPDATE`;
    }
    const was = await tx.officeGroup.findFirst({ where: { unitId } });
    const version = was?.version ?? 0;
    const id = was?.id ?? '';
    await checkVersion(
      tx,
      { entity: 'officeGroup', id, version, current: { version, ...groupOf(was) } },
      seen,
    );
    const data = { ...input, setUpOn: toDate(input.setUpOn) };
    const saved = was
      ? await tx.officeGroup.update({ where: { id }, data: { ...data, version: { increment: 1 } } })
      : await tx.officeGroup.create({ data: { ...data, unitId } });
    record(tx, {
      ...{ action: 'organisation.saveGroup', entity: 'officeGroup', entityId: saved.id },
      params: { name: owner },
      changes: [
        {
          ...{ entity: 'officeGroup', entityId: saved.id, versionAfter: saved.version },
          before: groupOf(was),
          after: input,
        },
      ],
    });
    return saved.version;
  });
}

/** Enters the item of a unit's report for a year, with its result. Gives its version. */
export function saveReport(
  deps: Deps,
  actor: Actor,
  { id: unitId, year }: { id: string; year: number },
  { version: seen, ...input }: BodyOf<typeof saveDutyReport>,
): Promise<number> {
  return writeAs(deps, actor, async (tx) => {
    const unit = await tx.unit.findUnique({ where: { id: unitId }, select: { name: true } });
    if (!unit) throw notFound();
    await lockRow(tx, 'unit', unitId);
    const key = { unitId_year: { unitId, year } };
    const was = await tx.dutyReport.findUnique({ where: key });
    const version = was?.version ?? 0;
    await checkVersion(
      tx,
      { entity: 'dutyReport', id: unitId, version, current: { version, ...reportOf(was) } },
      seen,
    );
    const data = { ...input, reportedOn: toDate(input.reportedOn) };
    const saved = was
      ? await tx.dutyReport.update({
          where: key,
          data: { ...data, version: { increment: 1 } },
        })
      : await tx.dutyReport.create({ data: { ...data, unitId, year } });
    record(tx, {
      ...{ action: 'organisation.saveReport', entity: 'dutyReport', entityId: unitId },
      params: { name: unit.name, year },
      changes: [
        {
          ...{ entity: 'dutyReport', entityId: unitId, versionAfter: saved.version },
          before: reportOf(was),
          after: input,
        },
      ],
    });
    return saved.version;
  });
}
