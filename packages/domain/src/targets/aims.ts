import type { TargetState } from '@xuanpai/contracts/target-values';
import type { PlainDate } from '@xuanpai/contracts/values';

/** What a template says of where its measures stand; a common measure has a place in each. */
export interface FamilyPlaces {
  family: string;
  name: string;
  measures: readonly { key: string; aim: number; aimName: string }[];
}

/** A measure of a village with its standings: one, or one for each calendar year. */
interface Measured {
  key: string;
  standings: readonly { year: number | null; state: TargetState }[];
}

export interface AimStanding<M extends Measured> {
  family: string;
  familyName: string;
  aim: number;
  name: string;
  state: TargetState;
  measures: M[];
}

/**
 * The standing that counts on a day: that of the term, or of the year that the day lies in; as long as
 * nothing is due of it, as in January, that of the latest year of which something is.
 */
export function standingOn<S extends { year: number | null; state: TargetState }>(
  standings: readonly S[],
  day: PlainDate | string,
): S | null {
  const year = Number(day.slice(0, 4));
  const now = standings.find((one) => one.year === null || one.year === year) ?? null;
  if (now && now.state !== 'notDue') return now;
  const before = standings.filter(
    (one) => one.year !== null && one.year < year && one.state !== 'notDue',
  );
  return before.at(-1) ?? now;
}

/**
 * How an aim stands, by its measures: behind where one is, not reported where one is missing; reached
 * once all are; on course as soon as any is under way or reached.
 */
export function aimState(states: readonly TargetState[]): TargetState {
  if (states.includes('behind')) return 'behind';
  if (states.includes('notReported')) return 'notReported';
  if (states.length > 0 && states.every((state) => state === 'reached')) return 'reached';
  return states.some((state) => state !== 'notDue') ? 'onCourse' : 'notDue';
}

/** The aims of some families in their order, each with its measures and how it stands on a day. */
export function aimsOf<M extends Measured>(
  families: readonly FamilyPlaces[],
  measures: readonly M[],
  day: PlainDate | string,
): AimStanding<M>[] {
  const byKey = new Map(measures.map((measure) => [measure.key, measure]));
  return families.flatMap(({ family, name: familyName, measures: places }) => {
    const aims = [...new Set(places.map(({ aim }) => aim))].sort((a, b) => a - b);
    return aims.flatMap((aim) => {
      const own = places.filter((place) => place.aim === aim);
      const ofAim = own.flatMap(({ key }) => byKey.get(key) ?? []);
      if (ofAim.length === 0) return [];
      const states = ofAim.flatMap(({ standings }) => standingOn(standings, day)?.state ?? []);
      const name = own[0]?.aimName ?? '';
      return [{ family, familyName, aim, name, state: aimState(states), measures: ofAim }];
    });
  });
}
