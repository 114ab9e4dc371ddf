import { useText } from '../locales/use-text.ts';
import { linkTo, type RoundAddress } from '../paths.ts';
import { useCan } from './can.tsx';

/** The pages of one round, as far as the person looking may open them. */
export function useRoundTabs(round: RoundAddress) {
  const { tabs } = useText().shell;
  const works = useCan('grades.sheet');
  const reads = useCan('grades.read');
  const enters = useCan('ballots.read');
  const assigns = useCan('evaluations.teams');
  const compares = useCan('evaluations.fairness');
  return [
    { label: tabs.roundPeople, to: linkTo.round(round), exact: true },
    ...(enters
      ? [
          { label: tabs.roundEntry, to: linkTo.roundEntry(round) },
          { label: tabs.roundBallots, to: linkTo.roundBallots(round) },
        ]
      : []),
    ...(reads ? [{ label: tabs.gradeReview, to: linkTo.gradeReview(round) }] : []),
    ...(works ? [{ label: tabs.gradeNotices, to: linkTo.gradeNotices(round) }] : []),
    ...(reads ? [{ label: tabs.gradeTold, to: linkTo.gradeTold(round) }] : []),
    ...(works ? [{ label: tabs.gradeCases, to: linkTo.gradeCases(round) }] : []),
    ...(assigns ? [{ label: tabs.roundTeams, to: linkTo.roundTeams(round) }] : []),
    ...(compares ? [{ label: tabs.roundFairness, to: linkTo.roundFairness(round) }] : []),
  ];
}
