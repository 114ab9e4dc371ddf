import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  type BallotContent,
  type BallotLine,
  type BallotSheet,
  type BallotVillage,
  saveBallots,
} from '@xuanpai/contracts/ballots';
import { type VoterGroup, voterGroupSchema } from '@xuanpai/contracts/evaluation-words';
import { cellOf, emptyContent, withCell } from '@xuanpai/domain/evaluation/ballots';
import { call } from '../../lib/api.ts';
import { type Edits, firstPlaces, type Value } from '../../lib/saving/edits.ts';
import { useSaver } from '../../lib/saving/use-saver.ts';
import { type BallotPlace, ballotsQuery, entryKey, forgetProgress } from './queries.ts';

export const cellPlace = (personId: string, group: VoterGroup, cell: string) =>
  `${personId}/${group}/${cell}`;

/** Places that one request takes. */
const most = 2000;

/** The ballots of a village or a township, saved as they are typed. */
export function useBallots(roundId: string, place: BallotPlace) {
  const client = useQueryClient();
  const query = useQuery(ballotsQuery(roundId, place));
  const saving = useSaver(`ballots.${roundId}`, () => ({
    firstOf: (waiting) => firstPlaces(waiting, most),
    send: (edits) =>
      call(saveBallots, {
        params: { id: roundId },
        body: { changes: [...edits].map(([at, edit]) => changeOf(at, edit)) },
      }),
    onSaved({ villages }: { villages: BallotVillage[] }) {
      showVillages(client, roundId, villages);
      forgetProgress(client, roundId);
    },
    onChanged: () => void client.invalidateQueries({ queryKey: [...entryKey(roundId), 'ballots'] }),
  }));
  return { query, ...saving };
}

/** Puts villages as they are now into whatever shows them. */
export function showVillages(
  client: QueryClient,
  roundId: string,
  villages: readonly BallotVillage[],
): void {
  const queryKey = [...entryKey(roundId), 'ballots'];
  const now = new Map(villages.map((village) => [village.villageId, village]));
  void client.cancelQueries({ queryKey });
  client.setQueriesData<BallotSheet>(
    { queryKey },
    (sheet) =>
      sheet && {
        ...sheet,
        villages: sheet.villages.map((village) => now.get(village.villageId) ?? village),
      },
  );
}

function changeOf(place: string, { was, is }: { was: Value; is: Value }) {
  const [personId = '', group = '', cell = ''] = place.split('/');
  const number = (value: Value) => (value === null ? null : Number(value));
  return {
    ...{ personId, group: voterGroupSchema.parse(group), cell },
    ...{ was: number(was), is: number(is) },
  };
}

/** What the server has in a cell; null where nothing is, or it isn't shown. */
export function savedCell({ content }: BallotLine, cell: string): number | null {
  return content ? (cellOf(content, cell) ?? null) : null;
}

/** A line with what was typed since. */
export function typedContent(
  personId: string,
  line: BallotLine,
  questions: number,
  edits: Edits,
): BallotContent {
  let content = line.content ?? emptyContent(questions);
  const start = `${personId}/${line.group}/`;
  for (const [place, { is }] of edits) {
    if (!place.startsWith(start)) continue;
    content = withCell(content, place.slice(start.length), is === null ? null : Number(is));
  }
  return content;
}
