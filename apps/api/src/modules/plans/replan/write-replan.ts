import type { PlainDate } from '@xuanpai/contracts/values';
import type { Tx } from '@xuanpai/database/transaction';
import { addDays } from '@xuanpai/domain/office/plain-date';
import type { Actor } from '../../../lib/actor.ts';
import type { AuditChange } from '../../../lib/audit.ts';
import { updateRows } from '../../../lib/records/update-rows.ts';
import { assignmentRow, type NewAssignment } from '../issue/assignment-rows.ts';
import { checkClashes, type Stay } from '../issue/clashes.ts';
import type { WrittenIssue } from '../issue/write-issue.ts';
import type { OpenPlan, PlaceRow } from '../read/open-plan.ts';
import type { Replan } from './open-replan.ts';
import { type PostInForce, seatOf } from './posts-in-force.ts';
import { writeReplanEvents } from './replan-events.ts';

/** A place whose holder, or post, is another from the day on. */
interface ChangedSeat {
  place: PlaceRow;
  before: PostInForce | null;
}

/**
 * Issues a re-plan: where a place changes, who held it leaves on the day before, and who takes it stays
 * to the end that the post had. Posts that don't change are left alone, and so are the days before.
 * Throws `conflict` where somebody who comes holds another post then.
 */
export async function writeReplan(
  tx: Tx,
  actor: Actor,
  open: OpenPlan,
  replan: Replan,
): Promise<WrittenIssue> {
  const seats = changedSeats(open, replan);
  const ending = seats.flatMap(({ before }) => before ?? []);
  const made = seats.flatMap((seat) => newPost(open, replan, seat) ?? []);
  const madeAt = new Map(made.map(({ assignment, stay }) => [stay.placeId, assignment.row.id]));
  await checkClashes(
    tx,
    made.map(({ stay }) => stay),
    ending.map(({ assignmentId }) => assignmentId),
  );
  const ended = await endPosts(tx, ending, replan.on);
  await tx.assignment.createMany({ data: made.map(({ assignment }) => assignment.row) });
  await writeReplanEvents(
    tx,
    actor,
    open,
    seats.map(({ place, before }) => ({ before, madeId: madeAt.get(place.id) ?? null })),
  );
  return {
    changes: [...ended, ...made.map(({ assignment }) => assignment.change)],
    params: { replansOn: replan.on, ended: ending.length, assignments: made.length },
  };
}

function changedSeats({ places }: OpenPlan, { posts }: Replan): ChangedSeat[] {
  const held = new Map(posts.map((post) => [seatOf(post), post]));
  return places.flatMap((place): ChangedSeat[] => {
    const before = held.get(seatOf(place)) ?? null;
    const same = (before?.cadreId ?? null) === place.cadreId;
    if (same && (before === null || before.post === place.post)) return [];
    return [{ place, before }];
  });
}

interface NewPost {
  assignment: NewAssignment;
  stay: Stay;
}

function newPost(
  { plan, dossier }: OpenPlan,
  { on }: Replan,
  { place, before }: ChangedSeat,
): NewPost | null {
  const days = { startsOn: on, endsOn: before ? before.termEndsOn : dossier.batch.endsOn };
  const assignment = assignmentRow(plan, place, days);
  const { id: placeId, cadreId } = place;
  return assignment && cadreId ? { assignment, stay: { placeId, cadreId, ...days } } : null;
}

/** A post that would begin on the very day never takes effect. */
async function endPosts(
  tx: Tx,
  posts: readonly PostInForce[],
  on: PlainDate,
): Promise<AuditChange[]> {
  const lastDay = addDays(on, -1);
  const ends = posts.map(({ assignmentId: id, version, startsOn, endsOn: was }) =>
    startsOn < on
      ? { id, version, was, endsOn: lastDay, state: 'inForce' }
      : { id, version, was, endsOn: was, state: 'revoked' },
  );
  const types = { ends_on: 'date', state: 'assignment_state' };
  const rows = ends.map(({ id, endsOn, state }) => ({ id, ends_on: endsOn, state }));
  await updateRows(tx, 'assignment', types, rows);
  return ends.map(({ id, version, was, endsOn, state }) => ({
    entity: 'assignment',
    entityId: id,
    versionAfter: version + 1,
    before: { endsOn: was, state: 'inForce' },
    after: { endsOn, state },
  }));
}
