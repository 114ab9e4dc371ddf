/** A village's figure of a period, and its people. */
export interface ReportedFigure {
  value: number | null;
  /** Null where the register doesn't say. */
  population: number | null;
}

/** What relative measures are compared with; `value` is null where there is nothing to compare. */
export interface TownshipMean {
  value: number | null;
  from: 'statistics' | 'reports';
  reported: number;
  villages: number;
}

/**
 * The township's mean of a figure (T3): the statistics office's where it is entered and the policy
 * takes it (`target.incomeMean`), else the mean of the villages that reported, weighted by people. A
 * village whose people aren't known weighs as much as the mean of the others.
 */
export function townshipMean(
  figures: readonly ReportedFigure[],
  statistics: number | null,
  choice: string,
): TownshipMean {
  const reported = figures.filter(
    (figure): figure is ReportedFigure & { value: number } => figure.value !== null,
  );
  const counted = { reported: reported.length, villages: figures.length };
  if (choice === 'statistics' && statistics !== null) {
    return { value: statistics, from: 'statistics', ...counted };
  }
  if (reported.length === 0) return { value: null, from: 'reports', ...counted };
  const usual = meanPeople(reported);
  let sum = 0;
  let people = 0;
  for (const { value, population } of reported) {
    const weight = population ?? usual;
    sum += weight * value;
    people += weight;
  }
  const value = people === 0 ? null : Math.round((sum / people) * 1e4) / 1e4;
  return { value, from: 'reports', ...counted };
}

function meanPeople(figures: readonly ReportedFigure[]): number {
  const known = figures.flatMap(({ population }) => population ?? []);
  if (known.length === 0) return 1;
  return known.reduce((sum, people) => sum + people, 0) / known.length;
}
