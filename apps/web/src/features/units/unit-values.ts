import type { BodyInputOf } from '@xuanpai/contracts/endpoint';
import type { createUnit, Unit, updateUnit } from '@xuanpai/contracts/units';

/** What stands in the form. */
export type UnitValues = Pick<
  Unit,
  | 'name'
  | 'kind'
  | 'townshipId'
  | 'quota'
  | 'strengths'
  | 'responsiblePerson'
  | 'contactName'
  | 'contactPhone'
  | 'superior'
  | 'note'
>;

export function newUnitBody(values: UnitValues): BodyInputOf<typeof createUnit> {
  const { townshipId, ...fields } = values;
  return values.kind === 'townshipOffice' ? { ...fields, townshipId } : fields;
}

export function unitChanges(
  { townshipId: _, ...fields }: UnitValues,
  version: number,
): BodyInputOf<typeof updateUnit> {
  return { ...fields, version };
}
