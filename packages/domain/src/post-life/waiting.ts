import { type BatchStanding, type Draft, type May, when } from '../batch-standing.ts';

/** What posts want: leave decided and ended, somebody for a vacant one, terms and arrivals on record. */
export function waitingPosts({ life }: BatchStanding, may: May): (Draft | null)[] {
  if (life === null) return [];
  const {
    vacant,
    ending,
    hasTermRound,
    unreported,
    inSeveralBatches,
    leavesToDecide,
    leavesToEnd,
    findingsToSettle,
    untrained,
  } = life;
  const least = (numbers: number[]) => Math.min(...numbers);
  const endings = () => ({
    people: ending.length,
    days: least(ending.map(({ daysLeft }) => daysLeft)),
  });
  return [
    when(may('leaves.decide') && leavesToDecide.length > 0, {
      code: 'decideLeaves',
      counts: { leaves: leavesToDecide.length },
      names: leavesToDecide,
    }),
    when(may('spotChecks.resolve') && findingsToSettle.length > 0, {
      code: 'settleFindings',
      counts: { findings: findingsToSettle.length },
      names: findingsToSettle,
    }),
    when(may('leaves.ask') && leavesToEnd > 0, {
      code: 'endLeaves',
      counts: { leaves: leavesToEnd },
    }),
    when(may('trainings.write') && untrained.length > 0, {
      code: 'trainCadres',
      counts: { people: untrained.length },
      names: untrained,
    }),
    when(may('assignments.change') && vacant.length > 0, {
      code: 'fillPosts',
      counts: { posts: vacant.length, days: -least(vacant.map(({ days }) => -days)) },
      names: vacant.map(({ village }) => village),
    }),
    when(may('assignments.change') && ending.length > 0, {
      code: 'endTerms',
      counts: endings(),
      names: ending.map(({ name }) => name),
    }),
    // E1: who leaves is evaluated first.
    when(may('evaluations.write') && ending.length > 0 && !hasTermRound, {
      code: 'prepareTermRound',
      counts: endings(),
    }),
    when(may('assignments.record') && unreported > 0, {
      code: 'recordReports',
      counts: { people: unreported },
    }),
    when(may('assignments.change') && inSeveralBatches.length > 0, {
      code: 'checkBatches',
      counts: { people: inSeveralBatches.length },
      names: inSeveralBatches,
    }),
  ];
}
