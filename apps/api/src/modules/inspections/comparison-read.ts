import type { Comparison } from '@xuanpai/contracts/field-comparisons';
import { may } from '@xuanpai/contracts/permissions';
import { toPlainDate } from '@xuanpai/database/dates';
import { comparisonStandings } from '@xuanpai/domain/supervision/comparisons';
import type { Actor } from '../../lib/actor.ts';
import { notFound } from '../../lib/api-error.ts';
import type { Deps } from '../../lib/deps.ts';

/** 观摩评比 of an inspection of that kind. Throws `notFound` for any other. */
export async function readComparison({ db }: Deps, actor: Actor, id: string): Promise<Comparison> {
  const row = await db.prisma.inspection.findFirst({
    where: { id, kind: 'comparison' },
    include: {
      criteria: { orderBy: { position: 'asc' } },
      judges: { orderBy: { position: 'asc' } },
      villages: {
        include: {
          village: { select: { name: true, code: true, township: { select: { name: true } } } },
          scores: { orderBy: [{ criterionId: 'asc' }, { judgeId: 'asc' }] },
        },
        orderBy: { village: { code: 'asc' } },
      },
    },
  });
  if (!row) throw notFound();
  const scores = row.villages.flatMap((place) =>
    place.scores.map(({ villageId, criterionId, judgeId, points }) => ({
      ...{ villageId, criterionId, judgeId, points: points.toNumber() },
    })),
  );
  const criteria = row.criteria.map((one) => ({
    ...{ id: one.id, name: one.name, most: one.most.toNumber() },
  }));
  const judges = row.judges.map((judge) => ({ id: judge.id, name: judge.name }));
  const idsOf = (items: readonly { id: string }[]) => items.map((item) => item.id);
  const villageIds = row.villages.map(({ villageId }) => villageId);
  const standings = comparisonStandings(villageIds, idsOf(criteria), idsOf(judges), scores);
  return {
    ...{ inspectionId: id, subject: row.subject, day: toPlainDate(row.day), criteria, judges },
    villages: row.villages.flatMap(({ villageId, village }, at) => {
      const standing = standings[at];
      if (!standing) return [];
      const { means, mean, complete, place } = standing;
      const townshipName = village.township.name;
      return [{ id: villageId, name: village.name, townshipName, means, mean, complete, place }];
    }),
    scores,
    editable: may(actor.roles, 'inspections.write'),
    version: row.version,
  };
}
