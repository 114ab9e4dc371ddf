import type { Reason, WayToFill } from '@xuanpai/contracts/plan-explanation';
import type { Language, Text } from '@xuanpai/contracts/text';
import { type Nearly, waysToFill as planned } from '@xuanpai/planner/explain/ways-to-fill';
import { indexPlan } from '@xuanpai/planner/plan-index';
import { asksForLeadingBody } from '@xuanpai/planner/score-place';
import { notFound } from '../../../lib/api-error.ts';
import type { DossierCadre } from '../read/dossier.ts';
import { basisOfRule } from '../read/findings.ts';
import { namesOf } from '../read/names.ts';
import { type OpenPlan, placeOf } from '../read/open-plan.ts';
import { presentUnfilled } from '../read/unfilled.ts';
import { wishText } from '../wishes/wish-words.ts';
import { change } from './words.ts';

/** As many of a kind as somebody reads. */
const shown = 3;

type Way = Omit<WayToFill, 'text'> & { text: Text };
type PlaceRow = NonNullable<ReturnType<typeof placeOf>>;

const none = {
  basis: null,
  cadreId: null,
  nominationId: null,
  wishId: null,
  change: null,
  moves: [],
};

/** Why a place is empty and what would fill it, the least change first. Throws `notFound`. */
export function waysToFill(
  open: OpenPlan,
  placeId: string,
  language: Language,
): { placeId: string; reasons: Reason[]; ways: WayToFill[] } {
  const place = placeOf(open, placeId);
  if (!place) throw notFound();
  if (place.cadreId !== null) return { placeId, reasons: [], ways: [] };
  const found = planned(open.input, open.placement, placeId);
  const ways = [
    ...reserveWays(open, place, found.unplaced),
    ...nearlyWays(open, found.nearly),
    ...chainWays(open, found.chains),
    ...replaceWays(open, place),
  ];
  return {
    placeId,
    reasons: reasons(open, place, language),
    ways: ways.map((way) => ({ ...way, text: way.text[language] })),
  };
}

/** The shortage of the tier or township, by name; for a lagging village what D4 asks for. */
function reasons(open: OpenPlan, place: PlaceRow, language: Language): Reason[] {
  const { input, dossier } = open;
  const entry = indexPlan(input).villages.get(place.villageId);
  const townshipId = place.tier === 'township' ? entry?.village.townshipId : null;
  const group = presentUnfilled(open, language).find(
    (one) => one.tier === place.tier && one.townshipId === townshipId,
  );
  const told = group ? [{ text: group.message, basis: tierBasis(open, place) }] : [];
  if (!entry || !asksForLeadingBody(entry)) return told;
  const lagging = {
    zh: '本村是相对后进村，须由班子成员任职。',
    en: 'This is a lagging village: it takes a member of the leading body.',
  };
  const basis = dossier.policy.basis('dispatch.laggingNeedsLeadingBody');
  return [{ text: lagging[language], basis }, ...told];
}

function tierBasis({ dossier }: OpenPlan, { tier }: PlaceRow) {
  const { policy } = dossier;
  return policy.basis(
    tier === 'township' ? 'dispatch.insideTownship' : 'dispatch.districtPerVillage',
  );
}

function reserveWays(
  open: OpenPlan,
  { id: placeId, villageId }: PlaceRow,
  unplaced: readonly { cadreId: string; change: number }[],
): Way[] {
  const names = namesOf(open.dossier);
  const where = names.villageName(villageId);
  return unplaced.slice(0, shown).map(({ cadreId, change: points }) => {
    const person = names.cadre(cadreId);
    const who = `${person?.name ?? '?'}（${person?.unitName ?? '?'}）`;
    return {
      ...none,
      kind: 'reserve',
      text: {
        zh: `未排入的人选${who}可以到${where}，别人都不动，总分${change(points)}。`,
        en: `${who} has no place and may come to ${where}; nobody else moves (${change(points)}).`,
      },
      cadreId,
      change: points,
      moves: [{ placeId, cadreId }],
    };
  });
}

/** Whom one rule alone keeps out: the file, an age, a wish. Kin and the leading body have no way. */
function nearlyWays(open: OpenPlan, nearly: readonly Nearly[]): Way[] {
  const ways = nearly.flatMap((one) => nearlyWay(open, one) ?? []);
  const order = ['accept', 'correct', 'dropWish'];
  return ways.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

function nearlyWay(open: OpenPlan, { cadreId, code, wishIds }: Nearly): Way | null {
  const person = namesOf(open.dossier).cadre(cadreId);
  if (!person) return null;
  if (code === 'banned') return dropWish(open, person, wishIds);
  if (code !== 'notEligible' || !person.setAside) return null;
  const { reason, basis, ways } = person.setAside;
  const about = { ...none, basis, cadreId, nominationId: person.nominationId };
  if (ways.includes('accept')) {
    return {
      ...about,
      kind: 'accept',
      text: {
        zh: `${person.name}${reason.zh}，经研究同意并写明理由后可以排入。`,
        en: `${person.name} (${reason.en}) may be placed once accepted with a reason.`,
      },
    };
  }
  if (!ways.includes('correct')) return null;
  return {
    ...about,
    kind: 'correct',
    text: {
      zh: `${person.name}${reason.zh}。如档案记载与登记不同，查档更正后可以排入；此条不能放宽。`,
      en: `${person.name} (${reason.en}) may be placed if the file shows another date; there is no waiver.`,
    },
  };
}

function dropWish(open: OpenPlan, person: DossierCadre, wishIds: readonly string[]): Way {
  const wishes = open.wishes.filter(({ id }) => wishIds.includes(id));
  const told = (language: 'zh' | 'en') =>
    wishes.map((wish) => `${wishText(wish)[language]}（${wish.reason}，${wish.setByName}）`);
  return {
    ...none,
    kind: 'dropWish',
    text: {
      zh: `${person.name}可以排入，只是已要求${told('zh').join('、')}；撤销该要求即可。`,
      en: `${person.name} may be placed once this is dropped: ${told('en').join(', ')}.`,
    },
    basis: basisOfRule(open.dossier.policy, 'banned'),
    cadreId: person.id,
    wishId: wishIds[0] ?? null,
  };
}

function chainWays(
  open: OpenPlan,
  chains: readonly { moves: WayToFill['moves']; change: number }[],
): Way[] {
  const names = namesOf(open.dossier);
  const where = (placeId: string | undefined) =>
    names.villageName(placeOf(open, placeId ?? '')?.villageId);
  return chains.slice(0, shown).map(({ moves, change: points }) => {
    const [comes, follows] = moves;
    const one = names.cadreName(comes?.cadreId ?? undefined);
    const other = names.cadreName(follows?.cadreId ?? undefined);
    const [here, there] = [where(comes?.placeId), where(follows?.placeId)];
    return {
      ...none,
      kind: 'chain',
      text: {
        zh: `${one}从${there}调到${here}，未排入的${other}接${there}，总分${change(points)}。`,
        en: `${one} moves from ${there} to ${here}, and ${other}, who has no place, takes over in ${there} (${change(points)}).`,
      },
      cadreId: comes?.cadreId ?? null,
      change: points,
      moves,
    };
  });
}

/** Another nominee: instead of somebody who can't be placed, or in addition. */
function replaceWays({ dossier, input }: OpenPlan, place: PlaceRow): Way[] {
  const village = input.villages.find(({ id }) => id === place.villageId);
  const own = dossier.cadres.filter(
    ({ tier, townshipId }) =>
      tier === place.tier && (tier === 'district' || townshipId === village?.townshipId),
  );
  const aside = own.filter(({ setAside }) => setAside?.ways.includes('replace'));
  const basis = dossier.policy.basis('eligibility.scope');
  const ways = aside.slice(0, shown).map(({ id, name, unitName, nominationId }): Way => {
    const text = {
      zh: `${unitName}更换${name}，另报一名人选。`,
      en: `${unitName} names somebody else instead of ${name}.`,
    };
    return { ...none, kind: 'replace', text, basis, cadreId: id, nominationId };
  });
  if (ways.length > 0) return ways;
  const from =
    place.tier === 'district' ? '派出单位' : namesOf(dossier).townshipName(village?.townshipId);
  const more = { zh: `由${from}增报一名人选。`, en: `One more nominee is named (${from}).` };
  return [{ ...none, kind: 'replace', text: more, basis }];
}
