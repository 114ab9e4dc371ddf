import * as facts from '@xuanpai/contracts/evaluation-facts';
import * as people from '@xuanpai/contracts/evaluation-people';
import * as proposals from '@xuanpai/contracts/evaluation-proposals';
import * as teams from '@xuanpai/contracts/evaluation-teams';
import * as rounds from '@xuanpai/contracts/evaluations';
import type { Deps } from '../../lib/deps.ts';
import { type Route, route } from '../../lib/route.ts';
import { readFairness } from './fairness.ts';
import { addHonour, dropHonour, editHonour } from './honours.ts';
import { readPeople } from './people-read.ts';
import { peopleSheet } from './people-sheet.ts';
import { readPerson } from './person-read.ts';
import { keepDraft, propose, recordUnitGrade, setStanding, takeBack } from './proposal.ts';
import { extendRound, gatherRound, previewRound, startRound } from './round-open.ts';
import { readRound, readRounds } from './round-read.ts';
import { changeRound, closeRound, dropRound, makeRound } from './round-write.ts';
import { readTeam, readTeams } from './teams-read.ts';
import { changeTeam, dropTeam, makeTeam } from './teams-write.ts';
import { addTie, dropTie, readTies } from './ties.ts';

export function evaluationRoutes(deps: Deps): Route[] {
  return [...ofRounds(deps), ...ofPeople(deps), ...ofTeams(deps), ...ofHonours(deps)];
}

function ofRounds(deps: Deps): Route[] {
  return [
    route(rounds.listEvaluations, ({ actor, query }) => readRounds(deps, actor, query)),
    route(rounds.getEvaluation, ({ actor, params }) => readRound(deps, actor, params.id)),
    route(rounds.createEvaluation, async ({ actor, body }) =>
      readRound(deps, actor, await makeRound(deps, actor, body)),
    ),
    route(rounds.updateEvaluation, async ({ actor, params, body }) => {
      await changeRound(deps, actor, params.id, body);
      return readRound(deps, actor, params.id);
    }),
    route(rounds.removeEvaluation, ({ actor, params, query }) =>
      dropRound(deps, actor, params.id, query.version),
    ),
    route(rounds.previewEvaluation, ({ params }) => previewRound(deps, params.id)),
    route(rounds.openEvaluation, async ({ actor, params, body }) => {
      await startRound(deps, actor, params.id, body);
      return readRound(deps, actor, params.id);
    }),
    route(rounds.extendEvaluation, async ({ actor, params, body }) => ({
      ...(await extendRound(deps, actor, params.id, body.version)),
      round: await readRound(deps, actor, params.id),
    })),
    route(rounds.gatherEvaluation, async ({ actor, params }) => ({
      people: await gatherRound(deps, actor, params.id),
    })),
    route(rounds.closeEvaluation, async ({ actor, params, body }) => {
      await closeRound(deps, actor, params.id, body.version);
      return readRound(deps, actor, params.id);
    }),
    route(teams.getEvaluationFairness, ({ actor, params }) => readFairness(deps, actor, params.id)),
  ];
}

function ofPeople(deps: Deps): Route[] {
  return [
    route(people.listEvaluationPeople, ({ actor, params, query }) =>
      readPeople(deps, actor, params.id, query),
    ),
    route(people.exportEvaluationPeople, ({ actor, params, query }) =>
      peopleSheet(deps, actor, params.id, query),
    ),
    route(people.getEvaluationPerson, ({ actor, params }) => readPerson(deps, actor, params.id)),
    route(proposals.draftProposal, async ({ actor, params, body }) => {
      await keepDraft(deps, actor, params.id, body);
      return readPerson(deps, actor, params.id);
    }),
    route(proposals.proposeGrade, async ({ actor, params, body }) => {
      await propose(deps, actor, params.id, body);
      return readPerson(deps, actor, params.id);
    }),
    route(proposals.withdrawProposal, async ({ actor, params, body }) => {
      await takeBack(deps, actor, params.id, body.version);
      return readPerson(deps, actor, params.id);
    }),
    route(proposals.setEvaluationStanding, async ({ actor, params, body }) => {
      await setStanding(deps, actor, params.id, body);
      return readPerson(deps, actor, params.id);
    }),
    route(proposals.setUnitGrade, async ({ actor, params, body }) => {
      await recordUnitGrade(deps, actor, params.id, body);
      return readPerson(deps, actor, params.id);
    }),
  ];
}

function ofTeams(deps: Deps): Route[] {
  return [
    route(teams.listEvaluationTeams, ({ params }) => readTeams(deps, params.id)),
    route(teams.createEvaluationTeam, async ({ actor, params, body }) =>
      readTeam(deps, params.id, await makeTeam(deps, actor, params.id, body)),
    ),
    route(teams.updateEvaluationTeam, async ({ actor, params, body }) =>
      readTeam(deps, await changeTeam(deps, actor, params.id, body), params.id),
    ),
    route(teams.removeEvaluationTeam, ({ actor, params, query }) =>
      dropTeam(deps, actor, params.id, query.version),
    ),
    route(teams.listEvaluatorTies, ({ query }) => readTies(deps, query)),
    route(teams.declareTie, ({ actor, body }) => addTie(deps, actor, body)),
    route(teams.removeTie, ({ actor, params, query }) =>
      dropTie(deps, actor, params.id, query.version),
    ),
  ];
}

function ofHonours(deps: Deps): Route[] {
  return [
    route(facts.enterHonour, ({ actor, params, body }) => addHonour(deps, actor, params.id, body)),
    route(facts.changeHonour, ({ actor, params, body }) =>
      editHonour(deps, actor, params.id, body),
    ),
    route(facts.removeHonour, ({ actor, params, query }) =>
      dropHonour(deps, actor, params.id, query.version),
    ),
  ];
}
