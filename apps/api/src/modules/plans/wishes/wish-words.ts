import type { Text } from '@xuanpai/contracts/text';
import { postWords, relativeKindWords } from '@xuanpai/contracts/words';
import { namesOf } from '../read/names.ts';
import type { OpenPlan } from '../read/open-plan.ts';
import type { Relative } from '../read/relatives.ts';
import type { WishRow } from '../read/wish-rows.ts';

/** A wish in a sentence without its reason: 宋洁锁定在张家湾村第一书记岗位. */
export function wishText(wish: WishRow): Text {
  const who = wish.cadre?.name ?? '?';
  const other = wish.otherCadre?.name ?? '?';
  const where = wish.village?.name ?? wish.township?.name ?? '?';
  switch (wish.kind) {
    case 'pin': {
      const village = wish.place?.village.name ?? '?';
      const post = postWords[wish.place?.post ?? 'firstSecretary'];
      return {
        zh: `${who}锁定在${village}${post.zh}岗位`,
        en: `${who} pinned to ${village}, ${post.en.toLowerCase()}`,
      };
    }
    case 'banVillage':
      return { zh: `${who}不去${where}`, en: `${who} not to ${where}` };
    case 'banTownship': {
      const unit = wish.unit?.name ?? '?';
      return { zh: `${unit}的人不去${where}`, en: `Nobody of ${unit} to ${where}` };
    }
    case 'together':
      return { zh: `${who}与${other}同村`, en: `${who} and ${other} together` };
    case 'apart':
      return { zh: `${who}与${other}不同村`, en: `${who} and ${other} apart` };
    case 'prefer':
      return { zh: `${who}优先去${where}`, en: `${who} rather to ${where}` };
  }
}

/** E8: who is kin of whom: 宋洁与李伟是亲属（夫妻）. */
export function relativeText({ dossier }: Pick<OpenPlan, 'dossier'>, relative: Relative): Text {
  const names = namesOf(dossier);
  const who = names.cadreName(relative.cadreId);
  const relation = relativeKindWords[relative.relation];
  if (relative.villageId !== null) {
    const where = names.villageName(relative.villageId);
    return {
      zh: `${who}有亲属在${where}任村干部（${relation.zh}）`,
      en: `${who} has kin in office in ${where} (${relation.en.toLowerCase()})`,
    };
  }
  const other = names.cadreName(relative.otherCadreId ?? undefined);
  return {
    zh: `${who}与${other}是亲属（${relation.zh}）`,
    en: `${who} and ${other} are kin (${relation.en.toLowerCase()})`,
  };
}
