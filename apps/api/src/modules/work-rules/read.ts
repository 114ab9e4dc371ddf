import type { QueryOf, ReplyOf } from '@xuanpai/contracts/endpoint';
import type { listWorkRules, WorkRule, WorkRuleSummary } from '@xuanpai/contracts/work-rules';
import { toDate, toPlainDate } from '@xuanpai/database/dates';
import type { WorkRule as Stored } from '@xuanpai/database/generated/client';
import { notFound } from '../../lib/api-error.ts';
import type { Deps } from '../../lib/deps.ts';

/** Every version, and the one in force on a day: the newest of those that have taken effect. */
export async function readWorkRules(
  { db, today }: Deps,
  { on = today() }: QueryOf<typeof listWorkRules>,
): Promise<ReplyOf<typeof listWorkRules>> {
  const newestFirst = { edition: 'desc' } as const;
  const [inForce, all] = await Promise.all([
    db.prisma.workRule.findFirst({
      where: { effectiveFrom: { lte: toDate(on) } },
      orderBy: [{ effectiveFrom: 'desc' }, newestFirst],
    }),
    db.prisma.workRule.findMany({ orderBy: newestFirst, omit: { body: true } }),
  ]);
  return { inForce: inForce && presented(inForce), items: all.map(summarised) };
}

export async function readWorkRule({ db }: Deps, id: string): Promise<WorkRule> {
  const rule = await db.prisma.workRule.findUnique({ where: { id } });
  if (!rule) throw notFound();
  return presented(rule);
}

function presented(rule: Stored): WorkRule {
  return { ...summarised(rule), body: rule.body };
}

function summarised(rule: Omit<Stored, 'body'>): WorkRuleSummary {
  const { id, edition, title, documentNumber, effectiveFrom, issuedByName, issuedAt } = rule;
  return {
    ...{ id, edition, title, documentNumber, issuedByName },
    effectiveFrom: toPlainDate(effectiveFrom),
    issuedAt: issuedAt.toISOString(),
  };
}
