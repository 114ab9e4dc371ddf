import type { Text } from '@xuanpai/contracts/text';
import type { PlainDate } from '@xuanpai/contracts/values';
import type { Finding } from '../read/findings.ts';
import { listed } from '../read/names.ts';
import type { OpenPlan } from '../read/open-plan.ts';
import { type ReplanDay, replanDayFaults } from './replan-day.ts';

/** What stands against a re-plan beside its rules: its day, and posts that are others since. */
export function replanFindings({
  replan,
  dossier,
  plan,
  today,
}: Pick<OpenPlan, 'replan' | 'dossier' | 'plan' | 'today'>): Finding[] {
  if (replan === null || plan.status === 'issued') return [];
  const { batch, policy } = dossier;
  const day: ReplanDay = { on: replan.on, today, batch, later: replan.later };
  const basis = policy.basis('dispatch.termYears');
  const about = { weight: 'blocks', placeId: null, cadreId: null, unitId: null } as const;
  const finding = (code: string, message: Text, villageId: string | null): Finding => ({
    ...about,
    code,
    villageId,
    message,
    basis,
  });
  const [first] = replan.changed;
  return [
    ...replanDayFaults(day, basis).map(({ code, message }) => finding(code, message, null)),
    ...(first ? [finding('postsChanged', changedWords(replan), first.villageId)] : []),
  ];
}

function changedWords({ changed, on }: { changed: readonly PostOf[]; on: PlainDate }): Text {
  const names = [...new Set(changed.map((post) => `${post.villageName} ${post.cadreName}`))];
  const { zh, en } = listed(names);
  return {
    zh: `起草以来，${on}在任的人已有变动：${zh}。请按现任情况重新开始。`,
    en: `Who is in post on ${on} has changed since: ${en}. Begin anew from who is in post.`,
  };
}

type PostOf = { villageName: string; cadreName: string };
