import * as contract from '@xuanpai/contracts/evidence';
import type { Deps } from '../../lib/deps.ts';
import { type Route, route } from '../../lib/route.ts';
import { addEvidence } from './add.ts';
import { evidenceBytes, presentEvidence, readEvidence, thumbnailBytes } from './read.ts';
import { removeEvidence } from './remove.ts';

export function evidenceRoutes(deps: Deps): Route[] {
  const ownerOf = ({ kind, ownerId }: { kind: contract.EvidenceOwnerKind; ownerId: string }) => ({
    kind,
    id: ownerId,
  });
  return [
    route(contract.listEvidence, async ({ actor, query }) =>
      readEvidence(deps, actor, ownerOf(query), query),
    ),
    route(contract.uploadEvidence, async ({ actor, query, request }) =>
      presentEvidence(await addEvidence(deps, actor, ownerOf(query), request)),
    ),
    route(contract.evidenceFile, async ({ actor, params }) =>
      evidenceBytes(deps, actor, params.id),
    ),
    route(contract.evidenceThumbnail, async ({ actor, params }) =>
      thumbnailBytes(deps, actor, params.id),
    ),
    route(contract.deleteEvidence, async ({ actor, params, query }) =>
      removeEvidence(deps, actor, params.id, query.wholly),
    ),
  ];
}
