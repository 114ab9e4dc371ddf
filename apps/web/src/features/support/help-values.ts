import { useQuery } from '@tanstack/react-query';
import type { HelpKind } from '@xuanpai/contracts/support-words';
import { hasAmount, hasQuantity } from '@xuanpai/domain/support/help';
import { useDay } from '../../lib/day.ts';
import { useReach } from '../../lib/reach.ts';
import { villageSupportQuery } from './queries.ts';

/** What the form of help that was given holds. */
export interface DoneValues {
  amount?: string | null;
  quantity?: number | null;
  doneOn: string;
  text: string;
  restDueOn?: string | null;
}

/** What the form of a piece of help holds, a promise or what was done already. */
export interface HelpValues extends DoneValues {
  villageId: string;
  /** `unit:…` or `enterprise:…`. */
  helper: string;
  mode: 'promise' | 'done';
  kind: HelpKind;
  content: string;
  projectId?: string | null;
  dueOn: string;
}

/** Who may help a village, of those whose help the person enters: its units, and paired enterprises. */
export function useHelpers(villageId: string | undefined) {
  const { today } = useDay();
  const reach = useReach('support.report', 'help');
  const { data } = useQuery({
    ...villageSupportQuery(villageId ?? '', today),
    enabled: villageId !== undefined && villageId !== '',
  });
  if (!data || reach === 'none') return [];
  const { townshipIds, unitIds } =
    reach === 'all' ? { townshipIds: [data.townshipId], unitIds: [] } : reach;
  const ofTownship = townshipIds.includes(data.townshipId);
  const own = (unitId: string) => ofTownship || unitIds.includes(unitId);
  return [
    ...data.units
      .filter(({ unitId }) => own(unitId))
      .map(({ unitId, unitName }) => ({ value: `unit:${unitId}`, label: unitName })),
    ...data.pairings
      .filter(({ inForce }) => ofTownship && inForce)
      .map(({ enterpriseId, enterpriseName }) => ({
        value: `enterprise:${enterpriseId}`,
        label: enterpriseName,
      })),
  ];
}

export function bodyOf(values: HelpValues) {
  const { villageId, helper, mode, kind, content, projectId, dueOn } = values;
  const [of, id = ''] = helper.split(':');
  return {
    villageId,
    ...(of === 'unit' ? { unitId: id } : { enterpriseId: id }),
    ...{ kind, content },
    ...(mode === 'done' ? {} : figuresOf(kind, values)),
    ...(kind === 'project' && projectId ? { projectId } : {}),
    ...(mode === 'done' ? { done: doneOf(kind, values) } : { dueOn }),
  };
}

export function doneOf(kind: HelpKind, values: DoneValues) {
  const { doneOn, text, restDueOn } = values;
  return { doneOn, text, ...figuresOf(kind, values), ...(restDueOn ? { restDueOn } : {}) };
}

function figuresOf(kind: HelpKind, { amount, quantity }: DoneValues) {
  return {
    ...(hasAmount(kind) && amount ? { amount } : {}),
    ...(hasQuantity(kind) && quantity ? { quantity } : {}),
  };
}
