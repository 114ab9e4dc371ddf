import * as trained from '@xuanpai/contracts/trained';
import * as contract from '@xuanpai/contracts/trainings';
import type { Deps } from '../../lib/deps.ts';
import { type Route, route } from '../../lib/route.ts';
import { setPeople } from './people.ts';
import { readCadreTrainings, readCandidates, readTraining, readTrainings } from './read.ts';
import { peopleSheet, trainedSheet, trainingsSheet } from './sheet.ts';
import { tick } from './tick.ts';
import { readTrained } from './trained.ts';
import { changeTraining, enterTraining, removeTraining } from './write.ts';

export function trainingRoutes(deps: Deps): Route[] {
  return [
    route(trained.listTrained, async ({ actor, query }) => readTrained(deps, actor, query)),
    route(trained.exportTrained, async ({ actor, query }) => trainedSheet(deps, actor, query)),
    route(contract.listTrainings, async ({ actor, query }) => readTrainings(deps, actor, query)),
    route(contract.exportTrainings, async ({ actor, query }) => trainingsSheet(deps, actor, query)),
    route(contract.getTraining, async ({ actor, params, query }) =>
      readTraining(deps, actor, params.id, query),
    ),
    route(contract.trainingSheet, async ({ actor, params, query }) =>
      peopleSheet(deps, actor, params.id, query),
    ),
    route(contract.createTraining, async ({ actor, body }) =>
      readTraining(deps, actor, await enterTraining(deps, actor, body)),
    ),
    route(contract.updateTraining, async ({ actor, params, body }) => {
      await changeTraining(deps, actor, params.id, body);
      return readTraining(deps, actor, params.id);
    }),
    route(contract.deleteTraining, async ({ actor, params, query }) =>
      removeTraining(deps, actor, params.id, query.version),
    ),
    route(contract.listTrainingCandidates, async ({ actor, params }) =>
      readCandidates(deps, actor, params.id),
    ),
    route(contract.setTrainingPeople, async ({ actor, params, body }) => {
      await setPeople(deps, actor, params.id, body);
      return readTraining(deps, actor, params.id);
    }),
    route(contract.tickTraining, async ({ actor, params, body }) => {
      await tick(deps, actor, params.id, body);
      return readTraining(deps, actor, params.id);
    }),
    route(contract.listCadreTrainings, async ({ actor, params, query }) =>
      readCadreTrainings(deps, actor, params.id, query),
    ),
  ];
}
