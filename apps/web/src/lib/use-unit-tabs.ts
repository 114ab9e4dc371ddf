import { useText } from '../locales/use-text.ts';
import { linkTo } from '../paths.ts';
import { useCan } from './can.tsx';

/** The pages about one unit, as far as the person looking may open them. */
export function useUnitTabs(unitId: string, unitName: string) {
  const { shell } = useText();
  const reads = useCan('units.read');
  const support = useCan('support.read');
  const benefits = useCan('benefits.read');
  return [
    reads ? { label: unitName, to: linkTo.unit(unitId), exact: true } : { label: unitName },
    ...(benefits ? [{ label: shell.tabs.cadreBenefits, to: linkTo.unitBenefits(unitId) }] : []),
    ...(support ? [{ label: shell.pages.support, to: linkTo.unitSupport(unitId) }] : []),
  ];
}
