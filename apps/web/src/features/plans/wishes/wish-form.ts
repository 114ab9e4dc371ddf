import type { NewWish } from '@xuanpai/contracts/plan-wishes';
import type { WishKind } from '@xuanpai/contracts/values';
import type { Dictionary } from '../../../locales/zh-cn.ts';
import type { Board } from '../board-model.ts';
import { originText, postText } from '../plan-words.ts';

export type WishField =
  | 'cadreId'
  | 'otherCadreId'
  | 'placeId'
  | 'villageId'
  | 'unitId'
  | 'townshipId'
  /** A village or a township, `village <id>`. */
  | 'where';

/** Which fields a kind asks for, in the order in which one says it. */
export const fieldsOf: Record<WishKind, readonly WishField[]> = {
  pin: ['cadreId', 'placeId'],
  banVillage: ['cadreId', 'villageId'],
  banTownship: ['unitId', 'townshipId'],
  together: ['cadreId', 'otherCadreId'],
  apart: ['cadreId', 'otherCadreId'],
  prefer: ['cadreId', 'where'],
};

export type WishValues = Partial<Record<WishField, string>> & {
  kind: WishKind;
  reason: string;
  endsOn?: string | null;
};

/** The form's values as the API takes them: only the fields of the kind. */
export function wishOf({ kind, reason, endsOn, ...values }: WishValues): NewWish {
  const chosen = Object.fromEntries(
    fieldsOf[kind].map((field): [string, string | undefined] => {
      if (field !== 'where') return [field, values[field]];
      const [of = 'village', id] = (values.where ?? '').split(' ');
      return [`${of}Id`, id];
    }),
  );
  return { kind, ...chosen, reason: reason.trim(), ...(endsOn ? { endsOn } : {}) } as NewWish;
}

interface Option {
  value: string;
  label: string;
}

/** What each field offers: people with their units, villages with their townships. */
export function optionsOf(board: Board, text: Dictionary['plans']): Record<WishField, Option[]> {
  const townOf = new Map(board.towns.map(({ id, name }) => [id, name]));
  const people = board.plan.cadres.map((cadre) => ({
    value: cadre.cadreId,
    label: `${cadre.name} ${originText(cadre, text)}`,
  }));
  const villages = board.villages.map(({ villageId, name, townshipId }) => ({
    value: villageId,
    label: `${name} ${townOf.get(townshipId) ?? ''}`,
  }));
  const townships = board.towns.map(({ id, name }) => ({ value: id, label: name }));
  const units = new Map(board.plan.cadres.map(({ unitId, unitName }) => [unitId, unitName]));
  return {
    cadreId: people,
    otherCadreId: people,
    placeId: board.villages.flatMap((village) =>
      [village.lead, village.deputy].flatMap((place) => {
        if (!place) return [];
        const holder = board.cadre(place.cadreId)?.name ?? text.emptyPlace;
        return [{ value: place.id, label: `${village.name} ${postText(place)} ${holder}` }];
      }),
    ),
    villageId: villages,
    townshipId: townships,
    unitId: [...units].map(([value, label]) => ({ value, label })),
    where: [
      ...townships.map(({ value, label }) => ({ value: `township ${value}`, label })),
      ...villages.map(({ value, label }) => ({ value: `village ${value}`, label })),
    ],
  };
}
