import type { unfilledSchema } from '@xuanpai/contracts/plans';
import type { Language, Text } from '@xuanpai/contracts/text';
import { explainUnfilled, type Shortage } from '@xuanpai/planner/unfilled';
import type { z } from 'zod';
import { listed, type Names, namesOf } from './names.ts';
import type { OpenPlan } from './open-plan.ts';

type Unfilled = z.infer<typeof unfilledSchema>;

/** Why places are empty, by township and for the district tier, in words. */
export function presentUnfilled(
  { input, placement, dossier }: OpenPlan,
  language: Language,
): Unfilled[] {
  const names = namesOf(dossier);
  const { district, townships, lagging } = explainUnfilled(input, placement);
  const shortOfLeaders = new Map(lagging.map((group) => [group.townshipId, group]));
  const entries: Unfilled[] = townships.map((group) => {
    const name = names.townshipName(group.townshipId);
    const leaders = shortOfLeaders.get(group.townshipId);
    const message = messageOf(name, group, names, leaders && leaders.short > 0 ? leaders : null);
    const facts = { tier: 'township' as const, townshipId: group.townshipId, name };
    return { ...facts, ...factsOf(group, names), message: message[language] };
  });
  if (!district) return entries;
  const name = { zh: '区直', en: 'District tier' };
  const message = messageOf(name[language], district, names, null);
  const facts = { tier: 'district' as const, townshipId: null, name: name[language] };
  return [{ ...facts, ...factsOf(district, names), message: message[language] }, ...entries];
}

type Group = Shortage & { villagesToFill: number };

function factsOf(group: Group, names: Names) {
  return {
    places: group.places,
    eligible: group.eligible,
    short: group.short,
    villages: group.villageIds.map((id) => names.villageName(id)),
    setAside: group.setAside.flatMap((id) => {
      const cadre = names.cadre(id);
      return cadre ? [{ nominationId: cadre.nominationId, name: cadre.name }] : [];
    }),
  };
}

function messageOf(name: string, group: Group, names: Names, leaders: Group | null): Text {
  const villages = listed(group.villageIds.map((id) => names.villageName(id)));
  const missing = group.short > 0 ? group.short : group.placeIds.length;
  const aside = setAsideWords(group.setAside, names);
  const lagging = leaders
    ? {
        zh: `相对后进村须由班子成员任职，差${leaders.short}名。`,
        en: ` Lagging villages take members of the leading body: ${leaders.short} short.`,
      }
    : { zh: '', en: '' };
  const verb =
    group.short > 0
      ? { zh: `差${missing}名`, en: `${missing} short` }
      : { zh: `还有${missing}岗未排`, en: `${missing} not placed yet` };
  return {
    zh: `${name}：${group.villagesToFill}个村要派${group.places}名，可排入${group.eligible}名，${verb.zh}：${villages.zh}。${lagging.zh}${aside.zh}`,
    en: `${name}: ${group.villagesToFill} villages with ${group.places} places, ${group.eligible} eligible nominees, ${verb.en}: ${villages.en}.${lagging.en}${aside.en}`,
  };
}

/** "暂不能排入：叶丽强、史凯斌（尚未转正）": people by the reason why they aren't placed. */
function setAsideWords(cadreIds: readonly string[], names: Names): Text {
  const byReason = new Map<string, { reason: Text; people: string[] }>();
  for (const id of cadreIds) {
    const cadre = names.cadre(id);
    if (!cadre?.setAside) continue;
    const { reason } = cadre.setAside;
    const group = byReason.get(reason.zh) ?? { reason, people: [] };
    group.people.push(cadre.name);
    byReason.set(reason.zh, group);
  }
  if (byReason.size === 0) return { zh: '', en: '' };
  const groups = [...byReason.values()].map(({ reason, people }) => ({
    zh: `${people.join('、')}（${reason.zh}）`,
    en: `${people.join(', ')} (${reason.en})`,
  }));
  return {
    zh: `暂不能排入：${groups.map(({ zh }) => zh).join('、')}。`,
    en: ` Set aside: ${groups.map(({ en }) => en).join(', ')}.`,
  };
}
