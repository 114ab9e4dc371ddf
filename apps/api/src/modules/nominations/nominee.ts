import type { BodyOf } from '@xuanpai/contracts/endpoint';
import type { createNomination } from '@xuanpai/contracts/nominations';
import type { Cadre, Unit } from '@xuanpai/database/generated/client';
import type { Tx } from '@xuanpai/database/transaction';
import { fitsTier } from '@xuanpai/domain/eligibility-scope';
import type { Actor } from '../../lib/actor.ts';
import { ApiError, type Fault, invalid, ruleViolated } from '../../lib/api-error.ts';
import type { Deps } from '../../lib/deps.ts';
import { lockRow } from '../../lib/lock.ts';
import { insertCadre } from '../../lib/records/cadre-write.ts';
import { unitWithin } from '../../lib/records/unit-reach.ts';
import { refuse, takenCode } from '../../lib/refuse.ts';
import { scopeFor, scopeWhere } from '../../lib/scope.ts';
import { judgeCadre, type Measure, obstacles } from './judging.ts';

type Input = Pick<BodyOf<typeof createNomination>, 'cadreId' | 'cadre' | 'category'>;

export interface NewNominee {
  unit: Unit;
  measure: Measure;
  input: Input;
}

export function tierOf({ kind }: Pick<Unit, 'kind'>): 'district' | 'township' {
  return kind === 'townshipOffice' ? 'township' : 'district';
}

/**
 * The person that a unit names: of the register, or entered here. Throws, with all faults, where the
 * person is of another unit, already named, of a category of the other tier (D1), or not eligible
 * for anything but age (D5).
 */
export async function takeNominee(
  tx: Tx,
  { keys }: Pick<Deps, 'keys'>,
  actor: Actor,
  { unit, measure, input }: NewNominee,
): Promise<Cadre> {
  const { cadreId, cadre: entered, category } = input;
  checkOneOf(input);
  refuse(categoryFaults(unit, measure, input));
  const at = entered ? 'cadre.' : '';
  if (entered && entered.unitId !== unit.id) throw invalid([otherUnit('cadre.unitId', unit)]);
  const cadre = entered
    ? await insertCadre(tx, keys, entered, { policy: measure.policy, at })
    : await findCadre(tx, actor, cadreId ?? '', unit, measure);
  const naming = { tier: tierOf(unit), category, acceptedReason: null };
  const faults = obstacles(judgeCadre(measure, cadre, naming), at);
  if (faults.length > 0) {
    throw ruleViolated(entered ? faults : faults.map((fault) => ({ ...fault, path: 'cadreId' })));
  }
  return cadre;
}

function checkOneOf({ cadreId, cadre }: Input) {
  if ((cadreId === undefined) !== (cadre === undefined)) return;
  const message = {
    zh: '请从名册选一名干部，或录入一名新干部，二者选一。',
    en: 'Choose a cadre of the register or enter a new one: one of the two.',
  };
  throw invalid([{ path: 'cadreId', code: 'oneOf', message }]);
}

function categoryFaults(unit: Unit, { policy }: Measure, { category }: Input): Fault[] {
  if (fitsTier(category, tierOf(unit))) return [];
  const message = {
    zh: `${unit.name}不选派这一类别的干部。`,
    en: `${unit.name} does not send cadres of this category.`,
  };
  const basis = policy.basis('eligibility.scope');
  return [{ path: 'category', code: 'categoryMismatch', message, basis }];
}

/** The unit that names somebody: the own one of the person, within the actor's reach. */
export async function unitOfNominee(tx: Tx, actor: Actor, input: Input): Promise<Unit> {
  checkOneOf(input);
  const { cadreId, cadre: entered } = input;
  if (entered) {
    return unitWithin(tx, actor, 'nominations.replace', entered.unitId, 'cadre.unitId');
  }
  // Held, so that nobody moves the person to another unit meanwhile.
  if (cadreId) await lockRow(tx, 'cadre', cadreId);
  const unit = scopeWhere(scopeFor(actor, 'nominations.replace', 'units'), 'units');
  const cadre = await tx.cadre.findFirst({
    where: { id: cadreId ?? '', unit },
    select: { unit: true },
  });
  // The same answer for somebody out of reach: it tells nobody who is in the register.
  if (!cadre) throw new ApiError('notFound', { faults: [unknownCadre] });
  return cadre.unit;
}

/** Somebody of the register and of this unit who isn't named to the batch yet. */
async function findCadre(
  tx: Tx,
  actor: Actor,
  id: string,
  unit: Unit,
  { batch }: Measure,
): Promise<Cadre> {
  const scope = scopeWhere(scopeFor(actor, 'nominations.replace', 'cadres'), 'cadres');
  await lockRow(tx, 'cadre', id);
  const cadre = await tx.cadre.findFirst({ where: { AND: [{ id }, scope] } });
  if (!cadre) throw new ApiError('notFound', { faults: [unknownCadre] });
  if (cadre.unitId !== unit.id) throw invalid([otherUnit('cadreId', unit)]);
  const named = await tx.nomination.findFirst({
    where: { batchId: batch.id, cadreId: id, state: 'active' },
    select: { id: true },
  });
  if (named) {
    const message = {
      zh: `${cadre.name}已在本批次人选中。`,
      en: `${cadre.name} is already named to this batch.`,
    };
    refuse([{ path: 'cadreId', code: takenCode, message }]);
  }
  return cadre;
}

const unknownCadre: Fault = {
  path: 'cadreId',
  code: 'cadreNotFound',
  message: {
    zh: '没有这名干部，或不在您的范围内。',
    en: 'There is no such cadre, or they are outside your scope.',
  },
};

function otherUnit(path: string, { name }: Unit): Fault {
  return {
    path,
    code: 'otherUnit',
    message: {
      zh: `人选须是${name}的干部。`,
      en: `The nominee must be a cadre of ${name}.`,
    },
    remedy: { zh: `请在${name}的干部中选择。`, en: `Choose among the cadres of ${name}.` },
  };
}
