import type { Coverage } from '@xuanpai/contracts/coverage';
import type { Language } from '@xuanpai/contracts/text';
import { tierWords } from '@xuanpai/contracts/words';
import { type CountBy, coverageFigures, type WhyMissing } from '@xuanpai/domain/coverage-figures';
import type {
  JudgedNominee,
  PeopleAgainstPlaces,
  StatedFigure,
} from '@xuanpai/domain/people-and-places';
import type { Policy } from '@xuanpai/domain/policy/policy';
import { templateOf } from '@xuanpai/domain/policy/template';
import type { VillageWithPosts } from '../../lib/records/batch-on-day.ts';
import { missingWords } from './words.ts';

type Township = Coverage['byTownship'][number];

/** The figures of each township that has villages, in the order of the villages' codes. */
export function presentTownships(
  villages: readonly VillageWithPosts[],
  nominees: readonly JudgedNominee[],
  policy: Policy,
  countBy: CountBy,
): Township[] {
  const names = new Map(villages.map((village) => [village.townshipId, village.townshipName]));
  return [...names].map(([townshipId, name]) => {
    const own = villages.filter((village) => village.townshipId === townshipId);
    const leading = nominees.filter(
      (nominee) => nominee.townshipId === townshipId && nominee.leadingBody && nominee.placeable,
    );
    return {
      townshipId,
      name,
      ...coverageFigures(own, policy, countBy),
      leadingBody: leading.length,
    };
  });
}

export function presentMissing(
  { villageId, name, townshipName }: VillageWithPosts,
  why: WhyMissing,
  language: Language,
): Coverage['missing'][number] {
  return { villageId, name, townshipName, why: missingWords[why][language] };
}

export function presentPeople(
  people: readonly PeopleAgainstPlaces[],
  townships: readonly Township[],
  language: Language,
): Coverage['people'] {
  const names = new Map(townships.map(({ townshipId, name }) => [townshipId, name]));
  return people.map((group) => ({
    ...group,
    name: names.get(group.townshipId ?? '') ?? tierWords[group.tier][language],
  }));
}

export function presentStated(
  figures: readonly StatedFigure[],
  language: Language,
): Coverage['stated'] {
  return figures.map((figure) => ({ ...figure, label: templateOf(figure.key).label[language] }));
}
