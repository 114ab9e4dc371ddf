import { judgedRankSchema } from '@xuanpai/contracts/target-values';
import type { StandingLine, StandingPlace, TargetStanding } from '@xuanpai/contracts/targets';

/** The places of a grid, and the line of each village in them. */
export interface StandingLines {
  places: StandingPlace[];
  lines: StandingLine[];
}

/** The standings of many villages as lines of a grid, each place (a measure, a year) named once. */
export function linesOf(villages: readonly (readonly TargetStanding[])[]): StandingLines {
  const places: StandingPlace[] = [];
  const byYear = new Map<number | null, Map<string, number>>();
  const placeOf = ({ measureKey, year }: TargetStanding): number => {
    const byKey = byYear.get(year) ?? new Map<string, number>();
    byYear.set(year, byKey);
    const known = byKey.get(measureKey) ?? places.push({ measureKey, year }) - 1;
    byKey.set(measureKey, known);
    return known;
  };
  const lines = villages.map((standings) => {
    const line: StandingLine = {
      ...{ at: [], states: [], values: [], thresholds: [], expected: [], asOf: [], adjusted: [] },
    };
    for (const standing of standings) {
      const at = placeOf(standing);
      line.at.push(at);
      line.states.push(standing.state);
      line.values.push(standing.value ?? standing.answer ?? standing.rank);
      line.thresholds.push(standing.threshold);
      line.expected.push(standing.expected);
      line.asOf.push(standing.asOf);
      if (standing.adjusted) line.adjusted.push(at);
    }
    return line;
  });
  return { places, lines };
}

/** What `linesOf` made a line of. */
export function standingsOfLine(
  places: readonly StandingPlace[],
  line: StandingLine,
): TargetStanding[] {
  return line.at.flatMap((at, index): TargetStanding[] => {
    const place = places[at];
    const state = line.states[index];
    if (!place || !state) return [];
    return [
      {
        ...place,
        state,
        ...saidBy(line.values[index] ?? null),
        threshold: line.thresholds[index] ?? null,
        expected: line.expected[index] ?? null,
        asOf: line.asOf[index] ?? null,
        adjusted: line.adjusted.includes(at),
      },
    ];
  });
}

function saidBy(
  value: StandingLine['values'][number],
): Pick<TargetStanding, 'value' | 'answer' | 'rank'> {
  const none = { value: null, answer: null, rank: null };
  if (value === null) return none;
  if (typeof value === 'boolean') return { ...none, answer: value };
  const rank = judgedRankSchema.safeParse(value);
  return rank.success ? { ...none, rank: rank.data } : { ...none, value };
}
