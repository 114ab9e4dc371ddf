import * as ballots from '@xuanpai/contracts/ballots';
import * as visits from '@xuanpai/contracts/visits';
import type { Deps } from '../../lib/deps.ts';
import { type Route, route } from '../../lib/route.ts';
import { ballotBook } from './book.ts';
import { finish, reopen, settle } from './counts.ts';
import { visitPaper } from './papers.ts';
import { workOn } from './presence.ts';
import { readBallots, readBallotVillage } from './read.ts';
import { readVisit, readVisits } from './visits-read.ts';
import { save } from './visits-write.ts';
import { saveTyped } from './write.ts';

export function ballotRoutes(deps: Deps): Route[] {
  return [...ofVisits(deps), ...ofBallots(deps)];
}

function ofVisits(deps: Deps): Route[] {
  return [
    route(visits.listVisits, ({ actor, params, query }) =>
      readVisits(deps, actor, params.id, query.townshipId),
    ),
    route(visits.getVisit, ({ actor, params }) => readVisit(deps, actor, params)),
    route(visits.saveVisit, async ({ actor, params, body }) => {
      await save(deps, actor, params, body);
      return readVisit(deps, actor, params);
    }),
    route(visits.workOnPerson, ({ actor, params }) => workOn(deps, actor, params.id)),
  ];
}

function ofBallots(deps: Deps): Route[] {
  return [
    route(ballots.getBallots, ({ actor, params, query }) =>
      readBallots(deps, actor, params.id, query),
    ),
    route(ballots.saveBallots, ({ actor, params, body }) =>
      saveTyped(deps, actor, params.id, body),
    ),
    route(ballots.exportBallots, ({ actor, params, query }) =>
      ballotBook(deps, actor, params.id, query),
    ),
    route(ballots.exportVisitPaper, ({ actor, params, query }) =>
      visitPaper(deps, actor, params, query),
    ),
    route(ballots.finishCount, async ({ actor, params }) => {
      await finish(deps, actor, params);
      return readBallotVillage(deps, actor, params);
    }),
    route(ballots.settleCounts, async ({ actor, params, body }) => {
      await settle(deps, actor, params, body);
      return readBallotVillage(deps, actor, params);
    }),
    route(ballots.reopenCounts, async ({ actor, params, body }) => {
      await reopen(deps, actor, params, body);
      return readBallotVillage(deps, actor, params);
    }),
  ];
}
