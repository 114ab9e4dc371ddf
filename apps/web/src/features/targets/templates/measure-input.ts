import type { MeasureInput, TargetTemplate } from '@xuanpai/contracts/target-templates';

/** What every field of a measure takes. */
export interface MeasureFields {
  measure: MeasureInput;
  set: (next: Partial<MeasureInput>) => void;
}

/** A measure of a template as the form takes it. */
export function inputOf(measure: TargetTemplate['measures'][number]): MeasureInput {
  const { key, aim, aimName, name, kind, source, unit, direction, threshold, policyKey } = measure;
  const { thresholdRank, period, binding, weight, figure, onlyKinds, evidence, basis } = measure;
  return {
    ...{ key, aim, aimName, name, kind, source, unit, direction, policyKey },
    // The policy's own number isn't kept in the template.
    threshold: policyKey === null ? threshold : null,
    ...{ thresholdRank, period, binding, weight, figure, onlyKinds, evidence, basis },
  };
}

/** A further measure: of the last aim, done or not, by this office's reading. */
export function newMeasure(measures: readonly MeasureInput[], name: string): MeasureInput {
  const last = measures.at(-1);
  let at = measures.length + 1;
  while (measures.some(({ key }) => key === `own${at}`)) at += 1;
  return {
    ...{ key: `own${at}`, aim: last?.aim ?? 1, aimName: last?.aimName ?? name, name },
    ...{ kind: 'yesNo', source: 'report', unit: null, direction: 'atLeast', threshold: null },
    ...{ policyKey: null, thresholdRank: null, period: 'once', binding: false, weight: 1 },
    ...{ figure: null, onlyKinds: [], evidence: false },
    basis: { kind: 'reading', source: '按本办理解' },
  };
}
