import type { PlanReport } from '@xuanpai/contracts/plan-report';
import type { Language, Text } from '@xuanpai/contracts/text';
import { postWords, wishKindWords } from '@xuanpai/contracts/words';
import type { Finding } from '../read/findings.ts';
import type { JudgedPlan } from '../read/judge-plan.ts';
import { namesOf } from '../read/names.ts';
import type { OpenPlan } from '../read/open-plan.ts';
import { wishText } from '../wishes/wish-words.ts';
import { costOfAvoiding } from './avoiding.ts';

type Exception = PlanReport['exceptions'][number];
type Spoken = Omit<Exception, 'text' | 'reason'> & { text: Text; reason: Text | null };

const about = { basis: null, villageId: null, placeId: null };

/** What a meeting should know before it decides, each with the reason: of a person, or in points. */
export function reportExceptions(
  open: OpenPlan,
  judged: JudgedPlan,
  language: Language,
): Exception[] {
  const spoken = [
    ...brokenRules(judged),
    ...emptyPlaces(open),
    ...overAge(open),
    ...preferencesGivenUp(open, judged),
    ...wishes(open),
  ];
  return spoken.map(({ text, reason, ...rest }) => ({
    ...rest,
    text: text[language],
    reason: reason?.[language] ?? null,
  }));
}

/** A reason that somebody wrote is the same in both languages. */
const written = (reason: string): Text => ({ zh: reason, en: reason });

function exceptionOf(kind: Exception['kind'], finding: Finding, reason: Text | null): Spoken {
  const { message, basis, villageId, placeId } = finding;
  return { kind, text: message, reason, basis, villageId, placeId };
}

const missing: ReadonlySet<string> = new Set(['firstSecretaryMissing', 'deputyMissing']);

function brokenRules({ findings }: JudgedPlan): Spoken[] {
  return findings
    .filter(({ weight, code }) => weight === 'blocks' && !missing.has(code))
    .map((finding) => exceptionOf('broken', finding, null));
}

function emptyPlaces({ places, dossier }: OpenPlan): Spoken[] {
  const names = namesOf(dossier);
  return places
    .filter(({ cadreId }) => cadreId === null)
    .map(({ id, villageId, tier, post, emptyReason }) => {
      const village = names.villageName(villageId);
      return {
        kind: 'empty',
        text: {
          zh: `${village}${postWords[post].zh}空缺。`,
          en: `${village}: no ${postWords[post].en.toLowerCase()}.`,
        },
        reason: emptyReason === null ? null : written(emptyReason),
        basis: dossier.policy.basis(
          tier === 'township' ? 'dispatch.townshipPerVillage' : 'dispatch.districtPerVillage',
        ),
        villageId,
        placeId: id,
      };
    });
}

function overAge({ places, dossier }: OpenPlan): Spoken[] {
  const names = namesOf(dossier);
  return places.flatMap(({ id, villageId, post, cadreId }): Spoken[] => {
    const cadre = names.cadre(cadreId ?? undefined);
    if (!cadre?.acceptedAge) return [];
    const village = names.villageName(villageId);
    const { age, name, unitName } = cadre;
    return [
      {
        kind: 'overAge',
        text: {
          zh: `${name}（${unitName}）${age}岁，任${village}${postWords[post].zh}。`,
          en: `${name} (${unitName}) is ${age}, ${postWords[post].en.toLowerCase()} of ${village}.`,
        },
        reason: written(cadre.acceptedAge.reason),
        basis: cadre.acceptedAge.basis,
        villageId,
        placeId: id,
      },
    ];
  });
}

function preferencesGivenUp(open: OpenPlan, { findings }: JudgedPlan): Spoken[] {
  const kinds = ['unitSplit', 'homeTownship', 'inversion'] as const;
  return kinds.flatMap((kind) =>
    findings
      .filter(({ code }) => code === kind)
      .map((finding) => exceptionOf(kind, finding, costOfAvoiding(open, kind, finding))),
  );
}

/** Pins and what else was asked by hand, with who asked and why. */
function wishes(open: OpenPlan): Spoken[] {
  return open.wishes
    .filter(({ state }) => state === 'inForce')
    .map((wish) => {
      const { zh, en } = wishText(wish);
      const kind = wishKindWords[wish.kind];
      return {
        ...about,
        kind: 'wish',
        text: { zh: `${kind.zh}：${zh}。`, en: `${kind.en}: ${en}.` },
        reason: written(`${wish.reason}（${wish.setByName}）`),
        villageId: wish.villageId ?? wish.place?.villageId ?? null,
        placeId: wish.placeId,
      };
    });
}
