import type { writeAppraisal } from '@xuanpai/contracts/appraisals';
import type { BodyOf, ParamsOf } from '@xuanpai/contracts/endpoint';
import { toDate, toPlainDate } from '@xuanpai/database/dates';
import type { Tx } from '@xuanpai/database/transaction';
import type { Actor } from '../../lib/actor.ts';
import { ApiError, invalid, notFound, ruleViolated } from '../../lib/api-error.ts';
import { type DuePeriod, readPeriodsBegun } from '../../lib/appraisals/periods.ts';
import type { Deps } from '../../lib/deps.ts';
import { readBatch } from '../../lib/records/batch.ts';
import { scopeFor, scopeWhere } from '../../lib/scope.ts';
import { checkVersion } from '../../lib/versions.ts';
import { writeAs } from '../../lib/write.ts';
import { byReading, noteAppraisal } from './hold.ts';
import type { OpinionOf } from './read.ts';

/** Writes the draft of an opinion, or goes on with it. What was sent or signed isn't written over. */
export function writeOpinion(
  deps: Deps,
  actor: Actor,
  { assignmentId, period: key }: ParamsOf<typeof writeAppraisal>,
  { opinion, version: seen }: BodyOf<typeof writeAppraisal>,
): Promise<OpinionOf> {
  return writeAs(deps, actor, async (tx) => {
    const post = await postOf(tx, actor, assignmentId);
    const period = await periodOf(deps, tx, post, key);
    // Two who begin at once wait for each other.
    await tx.$queryRaw`SELECT 1 FROM cadre WHERE id = ${post.cadreId}::uuid FOR UPDATE`;
    const { batchId, cadreId, cadreName } = post;
    const { townshipId } = post.village;
    const of = { batchId, cadreId, townshipId, period: key };
    const newest = await tx.appraisal.findFirst({ where: of, orderBy: { edition: 'desc' } });
    const author = { draftedById: actor.userId, draftedByName: actor.name, draftedAt: new Date() };
    const after = { characters: opinion.length };
    if (!newest) {
      const { id } = await tx.appraisal.create({
        data: {
          ...{ ...of, assignmentId, opinion, ...author },
          ...{ startsOn: toDate(period.startsOn), endsOn: toDate(period.endsOn) },
        },
      });
      const named = { id, cadreName, period: key };
      noteAppraisal(tx, 'appraisal.write', named, { before: null, after, versionAfter: 1 });
      return of;
    }
    const { id, version, state, edition } = newest;
    const current = { id, version, state, edition };
    await checkVersion(tx, { entity: 'appraisal', id, version, current }, seen);
    if (state !== 'draft') throw notADraft(state);
    const next = { opinion, ...author, version: { increment: 1 } };
    await tx.appraisal.update({ where: { id }, data: next });
    const named = { id, cadreName, period: key };
    const before = { characters: newest.opinion.length };
    noteAppraisal(tx, 'appraisal.write', named, { before, after, versionAfter: version + 1 });
    return of;
  });
}

async function postOf(tx: Tx, actor: Actor, id: string) {
  const reach = scopeWhere(scopeFor(actor, 'appraisals.write', 'assignments'), 'assignments');
  const post = await tx.assignment.findFirst({
    where: { AND: [{ id, state: 'inForce' }, reach] },
    include: {
      cadre: { select: { name: true } },
      village: { select: { name: true, townshipId: true } },
    },
  });
  if (!post) throw notFound();
  const days = { startsOn: toPlainDate(post.startsOn), endsOn: toPlainDate(post.endsOn) };
  return { ...post, ...days, cadreName: post.cadre.name };
}

async function periodOf(
  deps: Deps,
  tx: Tx,
  post: Awaited<ReturnType<typeof postOf>>,
  key: string,
): Promise<DuePeriod> {
  const periods = await readPeriodsBegun(tx, await readBatch(tx, post.batchId), deps.today());
  const period = periods.find((one) => one.key === key);
  if (!period) {
    const message = { zh: '没有这一期，或还没有开始。', en: 'There is no such period yet.' };
    throw invalid([{ path: 'period', code: 'noSuchPeriod', message }]);
  }
  const held =
    post.startsOn <= period.endsOn && (post.endsOn === null || post.endsOn >= period.startsOn);
  if (held) return period;
  throw ruleViolated([
    {
      ...{ path: 'period', code: 'notInPost', basis: byReading },
      message: {
        zh: `${post.cadreName}这一期不在${post.village.name}任职。`,
        en: `${post.cadreName} wasn’t in post in ${post.village.name} in this period.`,
      },
    },
  ]);
}

function notADraft(state: 'submitted' | 'signed'): ApiError {
  return new ApiError('alreadyDone', {
    detail:
      state === 'submitted'
        ? { zh: '意见已送签，撤回后再改。', en: 'Sent to be signed; withdraw it first.' }
        : {
            zh: '意见已签署，有误的请办理更正。',
            en: 'Signed already; open a correction to change it.',
          },
  });
}
