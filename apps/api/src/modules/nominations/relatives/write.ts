import type { BodyOf } from '@xuanpai/contracts/endpoint';
import type {
  changeRelative as changeEndpoint,
  declareRelative as declareEndpoint,
  Relative,
} from '@xuanpai/contracts/relatives';
import type { Tx } from '@xuanpai/database/transaction';
import type { Actor } from '../../../lib/actor.ts';
import { ApiError, type Fault, invalid } from '../../../lib/api-error.ts';
import { difference, record } from '../../../lib/audit.ts';
import type { Deps } from '../../../lib/deps.ts';
import { scopeFor, scopeWhere } from '../../../lib/scope.ts';
import { checkVersion } from '../../../lib/versions.ts';
import { writeAs } from '../../../lib/write.ts';
import { holdOpen } from '../hold.ts';
import { type NominationIds, readRelative } from './read.ts';

type Declared = BodyOf<typeof declareEndpoint>;

/**
 * E8: declares that a nominee has kin: another cadre within the declarer's reach, or somebody in a
 * village's committees. Throws `notFound`, `alreadyDone`, `invalid`, `conflict` where it stands already.
 */
export function declareRelative(
  deps: Deps,
  actor: Actor,
  ids: NominationIds,
  body: Declared,
): Promise<Relative> {
  const { userId } = actor;
  if (userId === null) throw new ApiError('forbidden');
  return writeAs(deps, actor, async (tx) => {
    const nomination = await holdOpen(tx, actor, 'nominations.replace', ids);
    await checkOther(tx, actor, nomination.cadreId, body);
    const { otherCadreId, villageId, relation, note } = body;
    const row = await tx.nominationRelative.create({
      data: {
        nominationId: nomination.id,
        cadreId: nomination.cadreId,
        otherCadreId: otherCadreId ?? null,
        villageId: villageId ?? null,
        relation,
        note: note ?? null,
        declaredById: userId,
        declaredByName: actor.name,
      },
    });
    const relative = await readRelative(tx, nomination.id, row.id);
    log(tx, 'nomination.declareRelative', relative, { before: null, after: logged(relative) });
    return relative;
  });
}

/** Corrects the relation or the note; who it is with doesn't change: that is another declaration. */
export function changeRelative(
  deps: Deps,
  actor: Actor,
  ids: NominationIds & { relativeId: string },
  { relation, note, version }: BodyOf<typeof changeEndpoint>,
): Promise<Relative> {
  return writeAs(deps, actor, async (tx) => {
    const before = await holdRelative(tx, actor, ids, version);
    await tx.nominationRelative.update({
      where: { id: before.id },
      data: {
        ...(relation === undefined ? {} : { relation }),
        ...(note === undefined ? {} : { note }),
        version: { increment: 1 },
      },
    });
    const after = await readRelative(tx, before.nominationId, before.id);
    log(tx, 'nomination.changeRelative', after, difference(logged(before), logged(after)));
    return after;
  });
}

/** Takes a declaration back. */
export function removeRelative(
  deps: Deps,
  actor: Actor,
  ids: NominationIds & { relativeId: string },
  version: number,
): Promise<void> {
  return writeAs(deps, actor, async (tx) => {
    const relative = await holdRelative(tx, actor, ids, version);
    await tx.nominationRelative.delete({ where: { id: relative.id } });
    log(tx, 'nomination.removeRelative', relative, { before: logged(relative), after: null });
  });
}

async function holdRelative(
  tx: Tx,
  actor: Actor,
  ids: NominationIds & { relativeId: string },
  seen: number,
): Promise<Relative> {
  const nomination = await holdOpen(tx, actor, 'nominations.replace', ids);
  const relative = await readRelative(tx, nomination.id, ids.relativeId);
  const { id, version } = relative;
  const current = { id, version, ...logged(relative) };
  await checkVersion(tx, { entity: 'nominationRelative', id, version, current }, seen);
  return relative;
}

const unknown = {
  cadre: {
    zh: '没有这名干部，或不在您的范围内；外单位的亲属请告知区委组织部登记。',
    en: 'No such cadre within your reach; tell the organisation department about kin elsewhere.',
  },
  village: {
    zh: '没有这个村，或不在您的范围内；其他镇街的村请告知区委组织部登记。',
    en: 'No such village within your reach; tell the organisation department about others.',
  },
};

async function checkOther(tx: Tx, actor: Actor, cadreId: string, asked: Declared) {
  const { otherCadreId, villageId } = asked;
  if ((otherCadreId === undefined) === (villageId === undefined)) {
    const message = {
      zh: '请选一名干部或一个村，二者选一。',
      en: 'Choose a cadre or a village, one of the two.',
    };
    throw invalid([{ path: 'otherCadreId', code: 'oneOf', message }]);
  }
  if (otherCadreId === cadreId) {
    const message = { zh: '请选另一名干部。', en: 'Choose another cadre.' };
    throw invalid([{ path: 'otherCadreId', code: 'oneself', message }]);
  }
  if (otherCadreId !== undefined) {
    const within = scopeWhere(scopeFor(actor, 'nominations.replace', 'cadres'), 'cadres');
    const cadre = await tx.cadre.findFirst({ where: { AND: [{ id: otherCadreId }, within] } });
    if (!cadre) throw missing('otherCadreId', 'cadreNotFound', unknown.cadre);
  }
  if (villageId !== undefined) {
    const within = scopeWhere(scopeFor(actor, 'nominations.replace', 'villages'), 'villages');
    const village = await tx.village.findFirst({ where: { AND: [{ id: villageId }, within] } });
    if (!village) throw missing('villageId', 'villageNotFound', unknown.village);
  }
}

function missing(path: string, code: string, message: Fault['message']) {
  return new ApiError('notFound', { faults: [{ path, code, message }] });
}

function logged({ otherCadreId, villageId, relation, note }: Relative) {
  return { otherCadreId, villageId, relation, note };
}

interface Change {
  before: ReturnType<typeof logged> | Partial<ReturnType<typeof logged>> | null;
  after: ReturnType<typeof logged> | Partial<ReturnType<typeof logged>> | null;
}

function log(tx: Tx, action: string, relative: Relative, { before, after }: Change) {
  const { id, nominationId, cadreName, otherCadreName, villageName, version } = relative;
  const gone = after === null;
  record(tx, {
    action,
    entity: 'nomination',
    entityId: nominationId,
    params: { name: cadreName, other: otherCadreName ?? villageName },
    changes: [
      {
        entity: 'nominationRelative',
        entityId: id,
        ...(gone ? {} : { versionAfter: version }),
        before,
        after,
      },
    ],
  });
}
