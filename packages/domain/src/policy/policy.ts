import type { Basis } from '@xuanpai/contracts/problems';
import type { Json, PlainDate } from '@xuanpai/contracts/values';
import type { ChoiceKey, NumberKey, PolicyKey, SwitchKey, TableKey } from './keys.ts';
import { templateOf } from './template.ts';

/** One setting of a parameter in a batch: what `{value, inclusive}` is from a day on. */
export interface PolicySetting {
  key: PolicyKey;
  effectiveFrom: PlainDate;
  /** When it was entered: of two for the same day the later one holds. */
  setAt: string;
  value: Json;
  inclusive: boolean | null;
  basis: Basis;
}

export interface Bound {
  value: number;
  inclusive: boolean;
}

/** A batch's policy on a day. */
export interface Policy {
  on: PlainDate;
  number(key: NumberKey): number;
  /** A bound with its switch: whether the number itself belongs to it. */
  bound(key: NumberKey): Bound;
  isOn(key: SwitchKey): boolean;
  choice(key: ChoiceKey): string;
  /** The caller says what the table is; it was checked when it was set. */
  table<T>(key: TableKey): T;
  basis(key: PolicyKey): Basis;
  setting(key: PolicyKey): PolicySetting;
}

type Dated = Pick<PolicySetting, 'key' | 'effectiveFrom' | 'setAt'>;

/** For each parameter the latest setting that took effect by a day. */
export function settingsOn<Setting extends Dated>(
  settings: readonly Setting[],
  on: PlainDate,
): Map<PolicyKey, Setting> {
  const inForce = new Map<PolicyKey, Setting>();
  for (const setting of settings) {
    if (setting.effectiveFrom > on) continue;
    const known = inForce.get(setting.key);
    if (!known || isLater(setting, known)) inForce.set(setting.key, setting);
  }
  return inForce;
}

/** The policy in force on a day; the template for a parameter that the batch has no setting of. */
export function policyOn(settings: readonly PolicySetting[], on: PlainDate): Policy {
  const inForce = settingsOn(settings, on);
  return policyFrom(on, (key) => inForce.get(key) ?? fromTemplate(key, on));
}

/** A policy with other values under some keys; day and basis stay. */
export function policyWith(policy: Policy, values: { readonly [key: string]: Json }): Policy {
  return policyFrom(policy.on, (key) => {
    const setting = policy.setting(key);
    const value = values[key];
    return value === undefined ? setting : { ...setting, value };
  });
}

function policyFrom(on: PlainDate, setting: Policy['setting']): Policy {
  return {
    on,
    setting,
    number: (key) => Number(setting(key).value),
    bound: (key) => ({
      value: Number(setting(key).value),
      inclusive: setting(key).inclusive ?? true,
    }),
    isOn: (key) => setting(key).value === true,
    choice: (key) => String(setting(key).value),
    table: <T>(key: TableKey) => setting(key).value as T,
    basis: (key) => setting(key).basis,
  };
}

function isLater(a: Dated, b: Dated) {
  if (a.effectiveFrom !== b.effectiveFrom) return a.effectiveFrom > b.effectiveFrom;
  return a.setAt >= b.setAt;
}

function fromTemplate(key: PolicyKey, on: PlainDate): PolicySetting {
  const { value, inclusive, basis } = templateOf(key);
  return { key, effectiveFrom: on, setAt: '', value, inclusive: inclusive ?? null, basis };
}

/** Whether a value is at most the bound: "以下" includes the number itself where the policy says so. */
export function atMost(value: number, { value: limit, inclusive }: Bound): boolean {
  return inclusive ? value <= limit : value < limit;
}

/** Whether a value is at least the bound. */
export function atLeast(value: number, { value: limit, inclusive }: Bound): boolean {
  return inclusive ? value >= limit : value > limit;
}
