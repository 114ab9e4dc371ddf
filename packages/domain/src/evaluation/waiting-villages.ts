import type { WaitingTask } from '@xuanpai/contracts/home';
import type { Permission } from '@xuanpai/contracts/permissions';

/** A round under way, as far as somebody reaches it. */
export interface OpenRound {
  id: string;
  kind: 'annual' | 'term';
  name: string;
  /** Villages of the own team with somebody who isn't proposed yet. */
  villagesLeft: string[];
  peopleLeft: number;
  /** Villages with somebody to be evaluated that no team has. */
  unassigned: number;
}

type Draft = Pick<WaitingTask, 'code' | 'counts'> & Partial<WaitingTask>;

/** What rounds want before grades are proposed: villages of evaluators, teams of the office. */
export function waitingRounds(
  rounds: readonly OpenRound[],
  may: (permission: Permission) => boolean,
): Draft[] {
  return rounds.flatMap(({ villagesLeft, peopleLeft, unassigned, ...round }): Draft[] => {
    const task = (code: Draft['code'], counts: Record<string, number>, names: string[] = []) =>
      Object.values(counts).every((count) => count === 0) ? [] : [{ code, counts, names, round }];
    return [
      ...(may('grades.propose') && !may('evaluations.write')
        ? task(
            'evaluateVillages',
            { villages: villagesLeft.length, people: peopleLeft },
            villagesLeft,
          )
        : []),
      ...(may('evaluations.write') ? task('assignTeams', { villages: unassigned }) : []),
    ];
  });
}
