import type { PlainDate } from '@xuanpai/contracts/values';
import { toDate } from '@xuanpai/database/dates';
import type { Tx } from '@xuanpai/database/transaction';
import { appointmentKindOf } from '@xuanpai/domain/posts';
import { v7 as uuid } from 'uuid';
import type { AuditChange } from '../../../lib/audit.ts';
import type { VillageSeat } from './seat.ts';

interface NewPost {
  batchId: string;
  cadreId: string;
  seat: Pick<VillageSeat, 'villageId' | 'post' | 'tier'>;
  startsOn: PlainDate;
  endsOn: PlainDate | null;
  documentNumber: string;
}

/** D6: a post that an act makes, with the kind of appointment that goes with its tier. */
export async function makePost(
  tx: Tx,
  { batchId, cadreId, seat, startsOn, endsOn, documentNumber }: NewPost,
): Promise<{ id: string; change: AuditChange }> {
  const { villageId, post, tier } = seat;
  const kind = appointmentKindOf(tier, post);
  const facts = { batchId, cadreId, villageId, tier, post, kind, documentNumber };
  const id = uuid();
  const dates = { startsOn: toDate(startsOn), endsOn: endsOn === null ? null : toDate(endsOn) };
  await tx.assignment.create({ data: { id, ...facts, ...dates } });
  const after = { ...facts, startsOn, endsOn };
  const change = { entity: 'assignment', entityId: id, versionAfter: 1, before: null, after };
  return { id, change };
}
