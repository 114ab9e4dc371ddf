import type { Cell } from '@xuanpai/contracts/attendance-marks';
import { markWords } from '@xuanpai/contracts/attendance-marks';
import type { Basis } from '@xuanpai/contracts/problems';
import type { PlainDate, Tier } from '@xuanpai/contracts/values';
import type { Policy } from '../policy/policy.ts';
import type { RuleFault } from '../rule-fault.ts';
import { halvesIn, isLeave } from './cells.ts';

const byNotice: Basis = { kind: 'notice', source: '四（二）' };
const byReading: Basis = { kind: 'reading', source: '按本办理解' };

interface CellPlace {
  path: string;
  cadreName: string;
  tier: Tier;
  day: PlainDate;
  /** Whether the post is held on that day. */
  inPost: boolean;
  today: PlainDate;
  policy: Policy;
}

/** Why a cell can't become `is`, whatever it was; nothing when it can. */
export function cellFault(place: CellPlace, was: Cell | null, is: Cell | null): RuleFault | null {
  const { path, cadreName, day } = place;
  const who = `${cadreName}${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;
  if (!place.inPost) {
    return {
      path,
      code: 'cellClosed',
      message: { zh: `${who}不在任，不能登记。`, en: `${cadreName} is not in post on ${day}.` },
      basis: byReading,
      remedy: null,
    };
  }
  const before = halvesIn(was);
  const after = halvesIn(is);
  if (before.includes('absent') || after.some((half) => half === 'absent')) {
    return {
      path,
      code: 'absenceByDistrict',
      message: {
        zh: `${who}：旷工由区里认定，不能直接登记或改掉。`,
        en: `${cadreName}, ${day}: an absence is confirmed by the district, not typed or changed.`,
      },
      remedy: { zh: '登记为未到岗并注明情况。', en: 'Log it as not there, with a note.' },
      basis: byReading,
    };
  }
  if (after.length > 0 && after[0] !== after[1] && !place.policy.isOn('attendance.halfDays')) {
    return {
      path,
      code: 'noHalfDays',
      message: {
        zh: `${who}：本批次不按半天登记。`,
        en: `${cadreName}, ${day}: this batch doesn't log half days.`,
      },
      basis: place.policy.basis('attendance.halfDays'),
      remedy: null,
    };
  }
  const wrong = place.tier === 'district' ? 'office' : 'homeUnit';
  if (after.includes(wrong)) {
    const said = markWords[wrong].zh;
    return {
      path,
      code: 'markOfOtherTier',
      message: {
        zh: `${who}：${place.tier === 'district' ? '区直干部不登记' : '镇街干部不登记'}“${said}”。`,
        en: `${cadreName}, ${day}: “${markWords[wrong].en}” isn't a mark of this tier.`,
      },
      remedy:
        place.tier === 'district'
          ? { zh: '回原单位工作的登记为“回原单位”。', en: 'Log “back at the home unit”.' }
          : { zh: '在镇街机关工作的登记为“机关”。', en: 'Log “at the office”.' },
      basis: byNotice,
    };
  }
  if (
    day > place.today &&
    after.some((half) => half !== 'none' && half !== 'rest' && !isLeave(half))
  ) {
    return {
      path,
      code: 'dayToCome',
      message: {
        zh: `${who}还没有到，只能登记休息和请假。`,
        en: `${day} is to come: only rest and leave can be logged.`,
      },
      basis: byReading,
      remedy: null,
    };
  }
  return null;
}
