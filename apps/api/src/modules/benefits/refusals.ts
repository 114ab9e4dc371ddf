import type { useBenefit } from '@xuanpai/contracts/benefits';
import type { BodyOf } from '@xuanpai/contracts/endpoint';
import type { Basis } from '@xuanpai/contracts/problems';
import { isTotal } from '@xuanpai/domain/benefits/calculator';
import { ApiError, type Fault, ruleViolated } from '../../lib/api-error.ts';
import type { Entitled } from '../../lib/benefits/entitled.ts';
import type { Deps } from '../../lib/deps.ts';

const twoPeople: Basis = { kind: 'reading', source: '按本办理解' };

export function usedAlready(competition: string, heldOn: string): ApiError {
  return new ApiError('alreadyDone', {
    detail: {
      zh: `此人已在${heldOn}“${competition}”中享受过竞争上岗加分，本条政策只享受一次。`,
      en: `The bonus was used on ${heldOn} in “${competition}”; it is used once only.`,
    },
  });
}

export function notEarned({ cadreName }: Entitled, basis: Basis): ApiError {
  return ruleViolated([
    {
      ...{ path: 'percent', code: 'notEarned', basis },
      message: {
        zh: `${cadreName}没有连续年度的称职（合格）以上等次，不能加分。`,
        en: `${cadreName} has no row of years with competent or better grades.`,
      },
    },
  ]);
}

export function tooEarly(earnedUntil: string, basis: Basis): ApiError {
  return ruleViolated([
    {
      ...{ path: 'heldOn', code: 'tooEarly', basis },
      message: {
        zh: `加分所依据的年度到${earnedUntil}止，竞争上岗应在其后。`,
        en: `The years that earn it end on ${earnedUntil}; the competition is after that.`,
      },
    },
  ]);
}

export function otherPercent(percent: number, higher: number, basis: Basis): ApiError {
  return ruleViolated([
    {
      ...{ path: 'percent', code: 'percentDiffers', basis },
      message: { zh: `按现有等次应加${percent}%。`, en: `The grades earn ${percent} %.` },
      remedy: {
        zh: `加${higher}%须连续优秀，并先认定表现突出。`,
        en: 'The higher one needs excellent grades in a row and “outstanding” confirmed first.',
      },
    },
  ]);
}

export function ownEntry(): ApiError {
  return ruleViolated([
    {
      ...{ path: 'version', code: 'ownEntry', basis: twoPeople },
      message: {
        zh: '登记和作废不能是同一人，请由他人办理。',
        en: 'Whoever entered a use doesn’t void it; have somebody else do it.',
      },
    },
  ]);
}

export function noRow(basis: Basis): ApiError {
  return ruleViolated([
    {
      ...{ path: 'ground', code: 'notExcellent', basis },
      message: {
        zh: '连续年度考核均为优秀的，才认定表现突出。',
        en: 'Only excellent grades in a row lead to “outstanding”.',
      },
    },
  ]);
}

export function formFaults(
  { today }: Deps,
  { heldOn, rawTotal }: BodyOf<typeof useBenefit>,
): Fault[] {
  return [
    ...(heldOn > today()
      ? [
          {
            ...{ path: 'heldOn', code: 'ahead' },
            message: { zh: '竞争上岗日期晚于今天。', en: 'The day lies ahead.' },
          },
        ]
      : []),
    ...(isTotal(rawTotal)
      ? []
      : [
          {
            ...{ path: 'rawTotal', code: 'noTotal' },
            message: { zh: '个人综合得分应大于0。', en: 'A total is more than 0.' },
          },
        ]),
  ];
}
