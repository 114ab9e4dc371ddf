import {
  createBatch,
  deleteBatch,
  getBatch,
  listBatches,
  updateBatch,
} from '@xuanpai/contracts/batches';
import type { Deps } from '../../lib/deps.ts';
import { type Route, route } from '../../lib/route.ts';
import { addBatch } from './create.ts';
import { readBatch, readBatches } from './read.ts';
import { changeBatch, removeBatch } from './write.ts';

export function batchRoutes(deps: Deps): Route[] {
  return [
    route(listBatches, async () => readBatches(deps)),
    route(getBatch, async ({ params }) => readBatch(deps, params.id)),
    route(createBatch, async ({ actor, body }) => {
      const id = await addBatch(deps, actor, body);
      return readBatch(deps, id);
    }),
    route(updateBatch, async ({ actor, params, body }) => {
      await changeBatch(deps, actor, params.id, body);
      return readBatch(deps, params.id);
    }),
    route(deleteBatch, async ({ actor, params, query }) =>
      removeBatch(deps, actor, params.id, query.version),
    ),
  ];
}
