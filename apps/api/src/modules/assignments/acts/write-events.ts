import type { AssignmentEventKind } from '@xuanpai/contracts/assignment-events';
import type { Json, PlainDate } from '@xuanpai/contracts/values';
import { toDate } from '@xuanpai/database/dates';
import type { Prisma } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import { v7 as uuid } from 'uuid';
import type { Actor } from '../../../lib/actor.ts';
import { type AuditChange, record } from '../../../lib/audit.ts';
import { updateRows } from '../../../lib/records/update-rows.ts';
import type { HeldPost } from './hold-posts.ts';

/** An event to be written on a post. */
export interface NewEvent {
  post: HeldPost;
  kind: AssignmentEventKind;
  date: PlainDate;
  documentNumber?: string | undefined;
  reason?: string | undefined;
  lateReason?: string | undefined;
  /** The new last day. */
  endsAfter?: PlainDate;
  /** The post never takes effect. */
  voids?: boolean;
  madeId?: string;
  nominationId?: string | undefined;
}

/**
 * Writes the events of one act, changes the posts as they say, and puts it in the log. Many events of
 * one act are one entry; each can still be undone alone unless `together`.
 */
export async function writeEvents(
  tx: Tx,
  actor: Actor,
  events: readonly [NewEvent, ...NewEvent[]],
  { together = false, params, changes = [] }: WriteOptions = {},
): Promise<void> {
  const act = uuid();
  const rows = events.map((event) => rowOf(event, together ? act : uuid(), actor));
  await tx.assignmentEvent.createMany({ data: rows });
  await updateRows(
    tx,
    'assignment',
    { ends_on: 'date', state: 'assignment_state' },
    events.map(({ post, endsAfter, voids }) => ({
      id: post.row.id,
      ends_on: endsAfter ?? post.facts.endsOn,
      state: voids ? 'revoked' : post.facts.state,
    })),
  );
  const [first] = events;
  record(tx, {
    action: `assignment.${first.kind}`,
    entity: 'assignment',
    entityId: events.length === 1 ? first.post.row.id : null,
    params: params ?? paramsOf(events),
    changes: [...events.map(changeOf), ...changes],
  });
}

interface WriteOptions {
  /** One act of several events: undone as one. */
  together?: boolean;
  params?: { [name: string]: Json };
  /** Of other rows that the act changed. */
  changes?: AuditChange[];
}

function rowOf(
  event: NewEvent,
  actId: string,
  actor: Actor,
): Prisma.AssignmentEventCreateManyInput {
  const { post, endsAfter, voids = false } = event;
  const { endsOn } = post.facts;
  return {
    id: uuid(),
    actId,
    assignmentId: post.row.id,
    seq: post.nextSeq,
    kind: event.kind,
    date: toDate(event.date),
    documentNumber: event.documentNumber ?? null,
    reason: event.reason ?? null,
    lateReason: event.lateReason ?? null,
    endsBefore: endsAfter && endsOn ? toDate(endsOn) : null,
    endsAfter: endsAfter ? toDate(endsAfter) : null,
    voids,
    madeId: event.madeId ?? null,
    nominationId: event.nominationId ?? null,
    recordedById: actor.userId,
    recordedByName: actor.name,
  };
}

function paramsOf(events: readonly [NewEvent, ...NewEvent[]]): { [name: string]: Json } {
  const [{ post, date, documentNumber, reason }] = events;
  return {
    ...(events.length === 1
      ? { name: post.facts.cadreName, village: post.row.village.name }
      : { count: events.length }),
    date,
    ...(documentNumber ? { documentNumber } : {}),
    ...(reason ? { reason } : {}),
  };
}

function changeOf({ post, kind, date, endsAfter, voids, documentNumber }: NewEvent): AuditChange {
  const { endsOn, state } = post.facts;
  return {
    entity: 'assignment',
    entityId: post.row.id,
    versionAfter: post.row.version + 1,
    before: {
      [kind]: null,
      ...(endsAfter ? { endsOn } : {}),
      ...(voids ? { state } : {}),
    },
    after: {
      [kind]: documentNumber ? `${date} ${documentNumber}` : date,
      ...(endsAfter ? { endsOn: endsAfter } : {}),
      ...(voids ? { state: 'revoked' } : {}),
    },
  };
}
