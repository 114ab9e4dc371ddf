import type { NewWish } from '@xuanpai/contracts/plan-wishes';
import type { Text } from '@xuanpai/contracts/text';
import { type Fault, invalid } from '../../../lib/api-error.ts';
import type { OpenPlan, OpenWish } from '../read/open-plan.ts';
import { wishText } from './wish-words.ts';

/**
 * Wishes whose form is wrong: unknown ids, one person twice, an end that has passed, what is asked
 * already. Throws `invalid` with all. What contradicts other wishes is no matter of form.
 */
export function checkWishes(open: OpenPlan, wishes: readonly NewWish[]): void {
  const faults = wishes.flatMap((wish, index) => faultsOf(open, wish, `wishes.${index}`));
  const seen = new Map<string, number>();
  wishes.forEach((wish, index) => {
    for (const key of keysOf(wish)) {
      if (seen.has(key)) faults.push(fault(`wishes.${index}`, 'wishTwice', words.twice));
      seen.set(key, index);
    }
  });
  if (faults.length > 0) throw invalid(faults);
}

const words = {
  place: { zh: '方案里没有这个岗位。', en: 'The plan has no such place.' },
  cadre: { zh: '此人不在本批次人选中。', en: 'This person is not named to the batch.' },
  village: { zh: '方案里没有这个村。', en: 'The plan has no such village.' },
  township: { zh: '方案里没有这个镇街。', en: 'The plan has no such township.' },
  unit: { zh: '这个单位在本批次没有人选。', en: 'This unit has named nobody to the batch.' },
  oneself: { zh: '请选另一名干部。', en: 'Choose another cadre.' },
  oneOf: { zh: '请选一个村或一个镇街。', en: 'Choose a village or a township, one of the two.' },
  past: { zh: '到期日已过。', en: 'The end has passed.' },
  twice: { zh: '同一条意愿写了两次。', en: 'The same wish twice.' },
} satisfies Record<string, Text>;

function faultsOf(open: OpenPlan, wish: NewWish, path: string): Fault[] {
  const { input, dossier, today, wishes } = open;
  const has = (rows: readonly { id: string }[], id: string) => rows.some((row) => row.id === id);
  const cadre = (id: string) => dossier.cadres.some((one) => one.id === id);
  const found: Fault[] = [];
  const expect = (holds: boolean, field: string, code: string, message: Text) => {
    if (!holds) found.push(fault(`${path}.${field}`, code, message));
  };
  const village = (id: string) =>
    expect(has(input.villages, id), 'villageId', 'unknownVillage', words.village);
  const township = (id: string) => {
    const known = input.villages.some(({ townshipId }) => townshipId === id);
    expect(known, 'townshipId', 'unknownTownship', words.township);
  };
  if (wish.endsOn) expect(wish.endsOn >= today, 'endsOn', 'endPassed', words.past);
  if (wish.kind !== 'banTownship') {
    expect(cadre(wish.cadreId), 'cadreId', 'unknownCadre', words.cadre);
  }
  switch (wish.kind) {
    case 'pin':
      expect(has(input.places, wish.placeId), 'placeId', 'unknownPlace', words.place);
      break;
    case 'banVillage':
      village(wish.villageId);
      break;
    case 'banTownship': {
      const known = dossier.cadres.some(({ unitId }) => unitId === wish.unitId);
      expect(known, 'unitId', 'unknownUnit', words.unit);
      township(wish.townshipId);
      break;
    }
    case 'together':
    case 'apart':
      expect(cadre(wish.otherCadreId), 'otherCadreId', 'unknownCadre', words.cadre);
      expect(wish.otherCadreId !== wish.cadreId, 'otherCadreId', 'oneself', words.oneself);
      break;
    case 'prefer': {
      const one = (wish.villageId === undefined) !== (wish.townshipId === undefined);
      expect(one, 'villageId', 'oneOf', words.oneOf);
      if (wish.villageId) village(wish.villageId);
      if (wish.townshipId) township(wish.townshipId);
      break;
    }
  }
  for (const other of wishes) {
    if (other.state === 'inForce' && isSame(other, wish)) found.push(askedAlready(path, other));
  }
  return found;
}

/** What the database allows once: a pin for each place and person, every other wish as a whole. */
function keysOf(wish: NewWish): string[] {
  switch (wish.kind) {
    case 'pin':
      return [`pin place ${wish.placeId}`, `pin cadre ${wish.cadreId}`];
    case 'banVillage':
      return [`${wish.kind} ${wish.cadreId} ${wish.villageId}`];
    case 'banTownship':
      return [`${wish.kind} ${wish.unitId} ${wish.townshipId}`];
    case 'together':
    case 'apart':
      return [`${wish.kind} ${[wish.cadreId, wish.otherCadreId].sort().join(' ')}`];
    case 'prefer':
      return [`${wish.kind} ${wish.cadreId} ${wish.villageId ?? wish.townshipId}`];
  }
}

/** Whether a kept wish leaves no room for a new one. */
export function isSame(kept: OpenWish, wish: NewWish): boolean {
  const keys = new Set(keysOf(wish));
  const { kind, placeId, cadreId, otherCadreId, unitId, villageId, townshipId } = kept;
  const keptKeys = {
    pin: [`pin place ${placeId}`, `pin cadre ${cadreId}`],
    banVillage: [`banVillage ${cadreId} ${villageId}`],
    banTownship: [`banTownship ${unitId} ${townshipId}`],
    together: [`together ${[cadreId, otherCadreId].sort().join(' ')}`],
    apart: [`apart ${[cadreId, otherCadreId].sort().join(' ')}`],
    prefer: [`prefer ${cadreId} ${villageId ?? townshipId}`],
  };
  return keptKeys[kind].some((key) => keys.has(key));
}

function askedAlready(path: string, other: OpenWish): Fault {
  const { zh, en } = wishText(other);
  return {
    path,
    code: 'askedAlready',
    message: { zh: `${zh}，已在清单中。`, en: `${en}: this is on the list already.` },
    remedy: { zh: '请先撤销原有的一条。', en: 'Remove that one first.' },
  };
}

function fault(path: string, code: string, message: Text): Fault {
  return { path, code, message };
}
