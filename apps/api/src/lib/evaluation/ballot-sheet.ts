import type {
  BallotLine,
  BallotPerson,
  BallotSheet,
  BallotVillage,
} from '@xuanpai/contracts/ballots';
import { type VoterGroup, voterGroups } from '@xuanpai/contracts/evaluation-words';
import { may } from '@xuanpai/contracts/permissions';
import {
  contentState,
  differingCells,
  isShown,
  lineState,
  shownSums,
  wholeContent,
} from '@xuanpai/domain/evaluation/ballots';
import { groupsPresent } from '@xuanpai/domain/evaluation/visits';
import type { Actor } from '../actor.ts';
import {
  type BallotFacts,
  type BallotPlace,
  type CountRow,
  type PersonRow,
  presentAt,
} from './ballot-facts.ts';
import { type BallotRow, finalLines } from './ballot-rows.ts';
import type { EntryRound } from './entry-reach.ts';

/** As the actor sees it; see `BallotLine` for what is hidden from whom. */
export function presentSheet(facts: BallotFacts, actor: Actor): BallotSheet {
  const { round, least, people } = facts;
  const places = new Map(people.map((one) => [one.villageId, one]));
  return {
    ...{ twice: round.twice, questions: round.questions, least },
    villages: [...places.values()].map((place) => presentVillage(facts, actor, place)),
  };
}

/** Null where the actor counts neither first nor second. */
export function passOf(counts: readonly CountRow[], actor: Actor): 1 | 2 | null {
  return counts.find(({ userId }) => userId === actor.userId)?.pass ?? null;
}

export const bothFinished = (counts: readonly CountRow[]) =>
  counts.filter(({ finished }) => finished).length === 2;

function presentVillage(facts: BallotFacts, actor: Actor, place: BallotPlace): BallotVillage {
  const { villageId, villageName, townshipId, townshipName } = place;
  const counts = facts.counts.filter((one) => one.villageId === villageId);
  const there = facts.present.get(villageId);
  const mine = passToEnter(facts.round, counts, actor);
  const people = facts.people
    .filter((one) => one.villageId === villageId)
    .map((person) => presentPerson(facts, actor, { person, counts, mine }));
  return {
    ...{ villageId, villageName, townshipId, townshipName, people, mine },
    present: voterGroups.map((group) => ({ group, present: there?.get(group) ?? null })),
    counts: counts.map(({ pass, byName, finished, userId }) => ({
      ...{ pass, byName, finished, mine: userId === actor.userId },
    })),
    acts: actsOf(facts, actor, { villageId, counts, people, mine }),
  };
}

/**
 * Which count of a village the actor enters: of one anybody's, of two the own or the one that is free; null
 * where both are others'.
 */
export function passToEnter(
  round: EntryRound,
  counts: readonly CountRow[],
  actor: Actor,
): 1 | 2 | null {
  if (!may(actor.roles, 'ballots.enter')) return null;
  if (!round.twice) return 1;
  const own = passOf(counts, actor);
  if (own !== null) return own;
  if (counts.length === 0) return 1;
  const [only, other] = counts;
  return other || !only ? null : only.pass === 1 ? 2 : 1;
}

interface Looking {
  person: PersonRow;
  counts: readonly CountRow[];
  mine: 1 | 2 | null;
}

function presentPerson(facts: BallotFacts, actor: Actor, looking: Looking): BallotPerson {
  const { person, counts, mine } = looking;
  const { personId, cadreId, name, post, gradeSet, state } = person;
  const own = facts.lines.filter((line) => line.personId === personId);
  const finals = finalLines(own).get(personId) ?? [];
  const handedIn = counts.some(({ pass, finished }) => pass === mine && finished);
  const expected = groupsPresent({ present: presentAt(facts, person.villageId) });
  return {
    ...{ personId, cadreId, name, post, gradeSet, state },
    lines: voterGroups.map((group) =>
      presentLine(facts, actor, looking, {
        group,
        rows: own.filter((line) => line.group === group),
      }),
    ),
    sums: shownSums(
      finals.map(({ content }) => content),
      facts.least,
    ),
    complete:
      finals.length > 0 && expected.every((group) => finals.some((line) => line.group === group)),
    editable: state === 'entering' && facts.round.status === 'open' && mine !== null && !handedIn,
  };
}

function presentLine(
  { round, least }: BallotFacts,
  actor: Actor,
  { counts, mine }: Looking,
  { group, rows: all }: { group: VoterGroup; rows: readonly BallotRow[] },
): BallotLine {
  const of = (pass: number) => all.find((row) => row.pass === pass) ?? null;
  const final = all.find(({ isFinal }) => isFinal) ?? null;
  const both = bothFinished(counts);
  const own = passOf(counts, actor) ?? mine;
  const state = lineState(
    {
      first: of(1)?.content ?? null,
      second: of(2)?.content ?? null,
      final: final ? wholeContent(final.content) : null,
    },
    { twice: round.twice, own, bothFinished: both },
  );
  const seen = final ?? (round.twice ? (own === null ? null : of(own)) : of(1));
  const shown = seen !== null && isSeen(seen, actor, least);
  const pair = state === 'differs' ? [of(1), of(2)].filter((row) => row !== null) : [];
  const counting = passOf(counts, actor) !== null;
  const showPair = pair.length > 0 && pair.every((row) => counting || isSeen(row, actor, least));
  const [one, two] = pair;
  return {
    ...{ group, state },
    content: shown ? seen.content : null,
    enteredByName: seen?.byName ?? null,
    counts: showPair ? pair.map(({ byName, content }) => ({ byName, content })) : null,
    differing: showPair && one && two ? differingCells(one.content, two.content) : [],
  };
}

/** E2: a group with few valid ballots is seen only by who entered it. */
export function isSeen({ content, byId }: BallotRow, actor: Actor, least: number): boolean {
  if (byId !== null && byId === actor.userId) return true;
  const { valid, returned, issued } = content.figures;
  const figures = { ...content.figures, valid: valid ?? returned ?? issued };
  return isShown({ ...content, figures }, least);
}

function actsOf(
  facts: BallotFacts,
  actor: Actor,
  village: {
    villageId: string;
    counts: readonly CountRow[];
    people: readonly BallotPerson[];
    mine: 1 | 2 | null;
  },
): BallotVillage['acts'] {
  const { round, lines } = facts;
  const { villageId, counts, people, mine } = village;
  if (!round.twice || round.status !== 'open') return [];
  const acts: BallotVillage['acts'] = [];
  const entering = people.every(({ state }) => state === 'entering');
  const own = counts.find((one) => one.userId === actor.userId);
  const expected = groupsPresent({ present: presentAt(facts, villageId) });
  if (own && !own.finished && isWhole(lines, people, mine, expected)) acts.push('finish');
  const differs = people.some((one) => one.lines.some(({ state }) => state === 'differs'));
  if (differs && entering && may(actor.roles, 'ballots.enter')) acts.push('settle');
  if (bothFinished(counts) && entering && may(actor.roles, 'ballots.reopen')) acts.push('reopen');
  return acts;
}

/** Every expected group of everybody is counted in a pass, and nothing is left half entered. */
export function isWhole(
  lines: readonly BallotRow[],
  people: readonly { personId: string }[],
  pass: number | null,
  expected: readonly VoterGroup[],
): boolean {
  return people.every(({ personId }) => {
    const own = lines.filter((line) => line.personId === personId && line.pass === pass);
    return (
      own.every(({ content }) => contentState(content) === 'whole') &&
      expected.every((group) => own.some((line) => line.group === group))
    );
  });
}
