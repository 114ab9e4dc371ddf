import type { BodyOf } from '@xuanpai/contracts/endpoint';
import type { issueWorkRule } from '@xuanpai/contracts/work-rules';
import { toDate } from '@xuanpai/database/dates';
import type { Actor } from '../../lib/actor.ts';
import { ApiError } from '../../lib/api-error.ts';
import { record } from '../../lib/audit.ts';
import type { Deps } from '../../lib/deps.ts';
import { writeAs } from '../../lib/write.ts';

/** Issues a version after the newest one that was seen; gives the id. Of two at once one is refused. */
export function issueRule(
  deps: Deps,
  actor: Actor,
  { after, effectiveFrom, ...given }: BodyOf<typeof issueWorkRule>,
): Promise<string> {
  return writeAs(deps, actor, async (tx) => {
    const newest = await tx.workRule.aggregate({ _max: { edition: true } });
    const known = newest._max.edition ?? 0;
    if (known !== after) {
      throw new ApiError('conflict', {
        detail: {
          zh: `已有第${known}版，请看过后再发布。`,
          en: `There is version ${known} already; look at it first.`,
        },
      });
    }
    const edition = known + 1;
    const { id } = await tx.workRule.create({
      data: {
        ...{ ...given, edition, effectiveFrom: toDate(effectiveFrom) },
        ...{ issuedById: actor.userId, issuedByName: actor.name },
      },
    });
    const { title, documentNumber } = given;
    record(tx, {
      ...{ action: 'workRule.issue', entity: 'workRule', entityId: id },
      params: { name: title, documentNumber, edition, from: effectiveFrom },
      changes: [
        {
          ...{ entity: 'workRule', entityId: id, versionAfter: 1, before: null },
          after: { edition, title, documentNumber, effectiveFrom },
        },
      ],
    });
    return id;
  });
}
