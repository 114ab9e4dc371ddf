import {
  endAssignment,
  endAssignments,
  exchangeAssignments,
  extendAssignment,
  fillPost,
  listPostCandidates,
  listSuccessors,
  recordAppointment,
  recordAppointments,
  recordMembership,
  recordMemberships,
  recordReport,
  recordReports,
  replaceAssignment,
  withdrawAssignment,
} from '@xuanpai/contracts/assignment-acts';
import {
  listAssignmentEvents,
  listBatchEvents,
  undoAssignmentEvent,
} from '@xuanpai/contracts/assignment-events';
import type { Actor } from '../../lib/actor.ts';
import type { Deps } from '../../lib/deps.ts';
import { type Route, route } from '../../lib/route.ts';
import { extend, withdraw } from './acts/change-term.ts';
import { exchange } from './acts/exchange.ts';
import { fill } from './acts/fill.ts';
import { type Note, noteAbout } from './acts/record-facts.ts';
import { replace } from './acts/replace.ts';
import { undo } from './acts/undo.ts';
import { readPostCandidates, readSuccessors } from './candidates/read-candidates.ts';
import { readBatchEvents } from './history/batch-events.ts';
import { readHistory } from './history/read-history.ts';

/** What happens to a post: each act answers with its history. */
export function actRoutes(deps: Deps): Route[] {
  return [
    route(listAssignmentEvents, ({ actor, params }) => readHistory(deps, actor, params.id)),
    route(listBatchEvents, ({ actor, params, query }) =>
      readBatchEvents(deps, actor, params.id, query),
    ),
    route(listSuccessors, ({ actor, params, query }) =>
      readSuccessors(deps, actor, params.id, query),
    ),
    route(listPostCandidates, ({ actor, params, query }) =>
      readPostCandidates(deps, actor, params, query),
    ),
    route(undoAssignmentEvent, ({ actor, params, body }) =>
      thenHistory(actor, params.id, undo(deps, actor, params, body.version)),
    ),
    route(replaceAssignment, ({ actor, params: { id }, body }) =>
      thenHistory(actor, id, replace(deps, actor, id, body)),
    ),
    route(withdrawAssignment, ({ actor, params: { id }, body }) =>
      thenHistory(actor, id, withdraw(deps, actor, id, body)),
    ),
    route(exchangeAssignments, ({ actor, params: { id }, body }) =>
      thenHistory(actor, id, exchange(deps, actor, id, body)),
    ),
    route(extendAssignment, ({ actor, params: { id }, body }) =>
      thenHistory(actor, id, extend(deps, actor, id, body)),
    ),
    route(fillPost, async ({ actor, params, body }) =>
      readHistory(deps, actor, await fill(deps, actor, params.id, body)),
    ),
    ...noteRoutes(),
  ];

  /** Each of these for one post and for many. */
  function noteRoutes(): Route[] {
    const note = (actor: Actor, id: string, what: Note, body: NoteBody) =>
      thenHistory(
        actor,
        id,
        noteAbout(deps, actor, what, { ...body, assignments: [{ id, version: body.version }] }),
      );
    return [
      route(endAssignment, ({ actor, params, body }) => note(actor, params.id, 'end', body)),
      route(recordAppointment, ({ actor, params, body }) =>
        note(actor, params.id, 'appointment', body),
      ),
      route(recordReport, ({ actor, params, body }) => note(actor, params.id, 'report', body)),
      route(recordMembership, ({ actor, params, body }) =>
        note(actor, params.id, membership(body), body),
      ),
      route(endAssignments, ({ actor, body }) => noteAbout(deps, actor, 'end', body)),
      route(recordAppointments, ({ actor, body }) => noteAbout(deps, actor, 'appointment', body)),
      route(recordReports, ({ actor, body }) => noteAbout(deps, actor, 'report', body)),
      route(recordMemberships, ({ actor, body }) => noteAbout(deps, actor, membership(body), body)),
    ];
  }

  async function thenHistory(actor: Actor, id: string, act: Promise<unknown>) {
    await act;
    return readHistory(deps, actor, id);
  }
}

type NoteBody = Omit<Parameters<typeof noteAbout>[3], 'assignments'> & { version: number };

function membership({ direction }: { direction: 'transferred' | 'returned' }): Note {
  return direction === 'transferred' ? 'membershipTransferred' : 'membershipReturned';
}
