import type { TargetTemplate } from '@xuanpai/contracts/target-templates';
import type { FamilyPlaces } from '@xuanpai/domain/targets/aims';

interface Family {
  family: string;
  templateId: string;
  name: string;
}

/**
 * Where the measures of each family stand. Until the templates are read, or where an edition isn't
 * among them, the measures' own aims do for all families together.
 */
export function familyPlaces(
  families: readonly Family[],
  templates: readonly TargetTemplate[] | undefined,
  measures: readonly { key: string; aim: number; aimName: string }[],
): FamilyPlaces[] {
  const places = families.flatMap(({ family, templateId, name }) => {
    const template = templates?.find(({ id }) => id === templateId);
    return template ? [{ family, name, measures: template.measures }] : [];
  });
  if (places.length === families.length) return places;
  return [{ family: '', name: families.map(({ name }) => name).join('、'), measures }];
}
