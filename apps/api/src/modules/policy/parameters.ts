import type { PolicyParameter } from '@xuanpai/contracts/policy';
import type { Language } from '@xuanpai/contracts/text';
import type { PlainDate } from '@xuanpai/contracts/values';
import { toPlainDate } from '@xuanpai/database/dates';
import type { PolicyParameter as Row } from '@xuanpai/database/generated/client';
import { settingsOn } from '@xuanpai/domain/policy/policy';
import { isPolicyKey, type PolicyTemplate, policyTemplate } from '@xuanpai/domain/policy/template';

/** A setting of the history, its days as text, with who entered it. */
export interface Setting extends Omit<PolicyParameter, 'key' | keyof Described> {
  key: PolicyTemplate['key'];
  effectiveFrom: PlainDate;
  reason: string | null;
}

type Described = Pick<PolicyParameter, 'group' | 'label' | 'unit' | 'kind' | 'options' | 'range'>;

/** A row as the contract writes it; none for a key that this version doesn't know. */
export function settingOf(row: Row): Setting[] {
  const { key, value, inclusive, basisKind, basisSource, setBy, setAt, reason } = row;
  if (!isPolicyKey(key)) return [];
  return [
    {
      key,
      value: value as Setting['value'],
      inclusive,
      basis: { kind: basisKind, source: basisSource },
      effectiveFrom: toPlainDate(row.effectiveFrom),
      setBy,
      setAt: setAt.toISOString(),
      reason,
    },
  ];
}

/** What is in force on a day, every parameter in the order of the form, in the reader's language. */
export function parametersOn(
  settings: readonly Setting[],
  on: PlainDate,
  language: Language,
): PolicyParameter[] {
  const inForce = settingsOn(settings, on);
  return policyTemplate.map((template) => {
    const { reason: _, ...setting } = inForce.get(template.key) ?? preset(template, on);
    return { ...setting, ...described(template, language) };
  });
}

function preset({ key, value, inclusive, basis }: PolicyTemplate, on: PlainDate): Setting {
  return {
    key,
    value,
    inclusive: inclusive ?? null,
    basis,
    effectiveFrom: on,
    setBy: '',
    setAt: '',
    reason: null,
  };
}

function described(template: PolicyTemplate, language: Language): Described {
  const { group, label, unit, kind, options = [], range = null } = template;
  return {
    group,
    label: label[language],
    unit: unit[language],
    kind,
    options: options.map((option) => ({ value: option.value, label: option.label[language] })),
    range,
  };
}
