import type { BodyOf } from '@xuanpai/contracts/endpoint';
import type { saveHandover } from '@xuanpai/contracts/term-ends';
import { toDate } from '@xuanpai/database/dates';
import type { Actor } from '../../../lib/actor.ts';
import type { Fault } from '../../../lib/api-error.ts';
import { record } from '../../../lib/audit.ts';
import type { Deps } from '../../../lib/deps.ts';
import { refuse } from '../../../lib/refuse.ts';
import { checkVersion } from '../../../lib/versions.ts';
import { writeAs } from '../../../lib/write.ts';
import { postOf } from './write.ts';

const handedAhead: Fault = {
  ...{ path: 'handedOn', code: 'ahead' },
  message: { zh: '移交日期晚于今天。', en: 'The day lies ahead.' },
};

/** What goes over to the village: by the township, the unit, or the district. */
export function keepHandover(
  deps: Deps,
  actor: Actor,
  assignmentId: string,
  { items, takenBy, handedOn, version: seen }: BodyOf<typeof saveHandover>,
): Promise<void> {
  return writeAs(deps, actor, async (tx) => {
    const { name } = await postOf(tx, actor, assignmentId, 'termEnd.handover');
    refuse(handedOn !== null && handedOn > deps.today() ? [handedAhead] : []);
    const before = await tx.termHandover.findUnique({ where: { assignmentId } });
    const version = before?.version ?? 0;
    const current = { items: before?.items ? JSON.stringify(before.items) : null };
    const row = { entity: 'termHandover', id: assignmentId, version, current };
    await checkVersion(tx, row, seen);
    const data = {
      ...{ items, takenBy, handedOn: handedOn === null ? null : toDate(handedOn) },
      version: version + 1,
    };
    await tx.termHandover.upsert({
      where: { assignmentId },
      create: { assignmentId, ...data },
      update: data,
    });
    const done = items.filter((one) => one.done).length;
    record(tx, {
      ...{ action: 'termEnd.handover', entity: 'termHandover', entityId: assignmentId },
      params: { name, items: items.length, done },
      changes: [
        {
          ...{ entity: 'termHandover', entityId: assignmentId, versionAfter: version + 1 },
          ...{ before: null, after: { items, takenBy, handedOn } },
        },
      ],
    });
  });
}
