import { useText } from '../locales/use-text.ts';
import { linkTo } from '../paths.ts';
import { useCan } from './can.tsx';

/** The pages about one village, as far as the person looking may open them. */
export function useVillageTabs(villageId: string, villageName: string) {
  const { shell } = useText();
  const reads = useCan('villages.read');
  const targets = useCan('targets.read');
  const support = useCan('support.read');
  const inspections = useCan('inspections.read');
  return [
    reads
      ? { label: villageName, to: linkTo.village(villageId), exact: true }
      : { label: villageName },
    ...(targets ? [{ label: shell.pages.targets, to: linkTo.villageTargets(villageId) }] : []),
    ...(support ? [{ label: shell.pages.support, to: linkTo.villageSupport(villageId) }] : []),
    ...(inspections
      ? [{ label: shell.pages.inspections, to: linkTo.villageInspections(villageId) }]
      : []),
  ];
}
