import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { BodyInputOf } from '@xuanpai/contracts/endpoint';
import type { VoterGroup } from '@xuanpai/contracts/evaluation-words';
import {
  type OpinionQuestion,
  saveVisit,
  type Visit,
  visitFactSchema,
} from '@xuanpai/contracts/visits';
import { call } from '../../lib/api.ts';
import { asText, firstPlaces, type Value } from '../../lib/saving/edits.ts';
import { useSaver } from '../../lib/saving/use-saver.ts';
import { forgetProgress, visitQuery } from './queries.ts';

type Change = BodyInputOf<typeof saveVisit>['changes'][number];

export const presentPlace = (group: VoterGroup) => `present/${group}`;
export const opinionPlace = (personId: string, question: OpinionQuestion) =>
  `opinion/${personId}/${question}`;

/** Places that one request takes. */
const most = 200;

/** A village's visit, saved as it is typed. */
export function useVisit(roundId: string, villageId: string) {
  const client = useQueryClient();
  const query = useQuery(visitQuery(roundId, villageId));
  const saving = useSaver(`visit.${roundId}.${villageId}`, () => {
    const { queryKey } = visitQuery(roundId, villageId);
    return {
      firstOf: (waiting) => firstPlaces(waiting, most),
      send: (edits) =>
        call(saveVisit, {
          params: { id: roundId, villageId },
          body: { changes: [...edits].map(([place, edit]) => changeOf(place, edit)) },
        }),
      onSaved(reply: Visit) {
        void client.cancelQueries({ queryKey });
        client.setQueryData(queryKey, reply);
        forgetProgress(client, roundId);
      },
      onChanged: () => void client.invalidateQueries({ queryKey }),
    };
  });
  return { query, ...saving };
}

const number = (value: Value) => (value === null ? null : Number(value));

function changeOf(place: string, { was, is }: { was: Value; is: Value }): Change {
  const [field = '', first = '', question = ''] = place.split('/');
  if (field === 'present') {
    return { field, group: first as VoterGroup, was: number(was), is: number(is) };
  }
  if (field === 'opinion') {
    const named = { personId: first, question: question as OpinionQuestion };
    return { field, ...named, was: asText(was), is: asText(is) };
  }
  return { field: visitFactSchema.parse(field), was: asText(was), is: asText(is) };
}

/** What the server has at a place. */
export function visitValue(visit: Visit, place: string): Value {
  const [field = '', first = '', question = ''] = place.split('/');
  if (field === 'present') return visit.present[first as VoterGroup] ?? null;
  if (field === 'opinion') {
    const found = visit.opinionTexts.find(
      (one) => one.personId === first && one.question === question,
    );
    return found?.text ?? null;
  }
  return visit[visitFactSchema.parse(field)];
}
