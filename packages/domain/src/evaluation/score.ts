import type { FactsBrief } from '@xuanpai/contracts/evaluation-facts';
import type { BallotSum, Suggestion } from '@xuanpai/contracts/evaluation-people';
import { type ScorePart, scoreParts } from '@xuanpai/contracts/evaluation-words';
import type { ScoreWeights } from '@xuanpai/contracts/evaluations';
import type { Policy } from '../policy/policy.ts';

type Points = Record<
  'first' | 'second' | 'third' | 'fourth' | 'reached' | 'onCourse' | 'behind',
  number
>;

interface Scored {
  /** Without visits there are neither points of a visit nor ballots. */
  visits: boolean;
  ballots: BallotSum | null;
  brief: FactsBrief;
  visitPoints: number | null;
}

/**
 * E9: a score by parts, each of a hundred, where a batch adopted weights. Only the visit's points are
 * typed, for no count says them; the total is there once every part with a weight is.
 */
export function scoreOf(
  scored: Scored,
  weights: ScoreWeights,
  policy: Policy,
): NonNullable<Suggestion['score']> {
  const points = policy.table<Points>('evaluation.points');
  const reckoned: Record<ScorePart, number | null> = {
    visit: scored.visits ? scored.visitPoints : null,
    ballots: scored.visits ? ofBallots(scored.ballots, points) : null,
    results: ofResults(scored.brief, points),
    attendance: ofAttendance(scored.brief),
  };
  const parts = scoreParts.map((part) => ({
    ...{ part, weight: weights[part] },
    points: reckoned[part] === null ? null : hundredths(reckoned[part]),
  }));
  const counted = parts.filter(({ weight }) => weight > 0);
  const total = counted.every((part) => part.points !== null)
    ? hundredths(counted.reduce((sum, part) => sum + (part.weight * (part.points ?? 0)) / 100, 0))
    : null;
  return { total, parts };
}

function ofBallots(ballots: BallotSum | null, points: Points): number | null {
  if (!ballots || ballots.valid === 0) return null;
  const worth = [points.first, points.second, points.third, points.fourth];
  const sum = ballots.rungs.reduce((total, votes, at) => total + votes * (worth[at] ?? 0), 0);
  const voted = ballots.valid - ballots.abstained;
  return voted === 0 ? null : sum / voted;
}

/** What is striven for and not reached is left out: it alone never lowers. */
function ofResults(
  { reached, onCourse, bindingBehind }: FactsBrief,
  points: Points,
): number | null {
  const counted = reached + onCourse + bindingBehind;
  if (counted === 0) return null;
  const sum = reached * points.reached + onCourse * points.onCourse + bindingBehind * points.behind;
  return sum / counted;
}

/** Days in the village of those asked for, month by month: one month's more is no other one's. */
function ofAttendance({ required, met }: FactsBrief): number | null {
  return required === 0 ? null : (met / required) * 100;
}

const hundredths = (value: number) => Math.round(value * 100) / 100;
