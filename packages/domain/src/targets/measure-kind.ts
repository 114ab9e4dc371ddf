import type { MeasureInput } from '@xuanpai/contracts/target-templates';
import type { MeasureKind } from '@xuanpai/contracts/target-values';

const numeric: readonly MeasureKind[] = ['amount', 'ratio', 'count'];

/** Whether a measure of the kind is held against a number, of its own or of the policy. */
export function isNumeric(kind: MeasureKind): boolean {
  return numeric.includes(kind);
}

/**
 * What changes in a measure with its kind: what another kind has no use for goes. Ranks alone are
 * judged, and a comparison alone is above or below, as `templateFaults` holds it.
 */
export function ofKind(measure: MeasureInput, kind: MeasureKind): Partial<MeasureInput> {
  const { thresholdRank, source, direction } = measure;
  const compares = direction === 'above' || direction === 'below';
  return {
    kind,
    ...(isNumeric(kind) ? {} : { threshold: null, policyKey: null }),
    ...(kind === 'rank'
      ? { thresholdRank: thresholdRank ?? 'middle', source: 'judgement' }
      : { thresholdRank: null, source: source === 'judgement' ? 'report' : source }),
    ...((kind === 'relative') === compares
      ? {}
      : { direction: kind === 'relative' ? 'above' : 'atLeast' }),
  };
}
