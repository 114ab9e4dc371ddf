import type { BallotPerson, BallotSheet, BallotVillage } from '@xuanpai/contracts/ballots';
import type { Mark as PartState, PersonRow } from '@xuanpai/contracts/evaluation-people';
import { gradeWords, voterGroups, voterGroupWords } from '@xuanpai/contracts/evaluation-words';
import type { Visit } from '@xuanpai/contracts/visits';
import { tenthsOf } from '@xuanpai/domain/evaluation/ballots';
import { ladderOf } from '@xuanpai/domain/evaluation/grades';
import { formatNumber } from '../../lib/format.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { Marked } from '../../ui/marked.tsx';
import { Failed, Skeleton } from '../../ui/table-states.tsx';
import { BallotTable } from './ballot-table.tsx';
import { cellName } from './cell-names.ts';
import { CountBar } from './count-bar.tsx';
import { EntryConflicts } from './entry-conflicts.tsx';
import { EntrySection } from './entry-section.tsx';
import { SettleLines } from './settle-lines.tsx';
import type { useBallots } from './use-ballots.ts';

interface BallotSectionProps {
  row: PersonRow;
  ballots: ReturnType<typeof useBallots>;
  visit: Visit | null;
  enters: boolean;
}

/** 测评: the tally of this person, by group of voters. */
export function BallotSection({ row, ballots, visit, enters }: BallotSectionProps) {
  const text = useText().evaluationEntry;
  const { query } = ballots;
  const { data } = query;
  const nameOf = useNameOf(data);
  const village = data?.villages.find(({ villageId }) => villageId === row.villageId);
  const person = village?.people.find(({ personId }) => personId === row.id);
  if (!data || !village || !person) {
    return query.error ? (
      <Failed error={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <Skeleton lines={6} />
    );
  }
  return (
    <EntrySection
      title={text.ballots}
      state={stateOf(person)}
      summary={<Summary {...{ data, village, person, visit }} />}
      opened
    >
      <EntryConflicts saving={ballots} nameOf={nameOf} />
      {data.twice && <CountBar roundId={row.roundId} village={village} saving={ballots} />}
      <BallotTable {...{ data, village, person, ballots }} editable={enters && person.editable} />
      <SettleLines {...{ data, village, person }} roundId={row.roundId} enters={enters} />
    </EntrySection>
  );
}

function stateOf({ complete, lines }: BallotPerson): PartState {
  if (complete) return 'done';
  return lines.some(({ state }) => state !== 'empty') ? 'part' : 'none';
}

interface SummaryProps {
  data: BallotSheet;
  village: BallotVillage;
  person: BallotPerson;
  visit: Visit | null;
}

const entered = ['entered', 'differs', 'final'] as const;

function Summary({ village, person, visit }: SummaryProps) {
  const text = useText().evaluationEntry;
  const { sums, lines } = person;
  const signed = visit?.teller && visit.scrutineer;
  const tellers = signed ? text.tellers(visit.teller ?? '', visit.scrutineer ?? '') : '';
  if (!sums.content) {
    // Of two counts the own one is entered before it holds.
    const done = lines.filter(({ state }) => entered.some((one) => one === state)).length;
    const there = village.present.filter(({ present }) => (present ?? 0) > 0).length;
    const begun = lines.some(({ state }) => state !== 'empty');
    return begun ? text.ballotsPart(done, there || voterGroups.length) : text.ballotsNone;
  }
  const { valid, first, second } = sums.content.figures;
  const [, competent] = ladderOf(person.gradeSet);
  const [best, two] = [first ?? 0, (first ?? 0) + (second ?? 0)];
  return (
    <>
      <Marked
        text={text.ballotSummary(percentText(best, valid ?? 0), best, valid ?? 0)}
        tone="ink"
      />
      {text.comma}
      {competent &&
        text.competentSummary(
          word(gradeWords[competent]),
          percentText(two, valid ?? 0),
          two,
          valid ?? 0,
        )}
      {tellers && `${text.semicolon}${tellers}`}
    </>
  );
}

/** `79.1%`; a dash where there is nothing to divide by. */
export function percentText(part: number, whole: number): string {
  const tenths = tenthsOf(part, whole);
  return tenths === null ? '–' : `${formatNumber(tenths / 10, 1)}%`;
}

/** A cell of the tally in words: whose, of which group, what. */
export function useNameOf(data: BallotSheet | undefined): (place: string) => string {
  const text = useText().evaluationEntry;
  return (place) => {
    const [personId, group = '', cell = ''] = place.split('/');
    const of = voterGroups.find((one) => one === group);
    const people = data?.villages.flatMap((village) => village.people) ?? [];
    const person = people.find((one) => one.personId === personId);
    if (!of || !data) return place;
    const sets = [person?.gradeSet ?? ('civilServant' as const)];
    const said = cellName(cell, { questions: data.questions, sets });
    return text.cellOf(person?.name ?? '', word(voterGroupWords[of]), said).trim();
  };
}
