import type { Basis } from '@xuanpai/contracts/problems';
import type { Text } from '@xuanpai/contracts/text';
import type { RuleFault } from './rule-fault.ts';

/** E8: the civil servants’ rule on kin, applied to posts in villages by this office's reading. */
export const steppingBack: Basis = {
  kind: 'reading',
  source: '参照《中华人民共和国公务员法》任职回避',
};

/** Kin of somebody in a village: in its committees, or (named) in post there. */
export interface KinThere {
  /** Null: a member of the village's committees. */
  colleague: string | null;
}

/** E8: nobody goes where kin hold office. */
export function kinFaults(
  { name, villageName }: { name: string; villageName: string },
  kin: readonly KinThere[],
  path: string,
): RuleFault[] {
  return kin.map(({ colleague }) => ({
    path,
    code: colleague === null ? 'relativeInVillage' : 'relativesTogether',
    message:
      colleague === null ? inCommittees(name, villageName) : together(name, colleague, villageName),
    basis: steppingBack,
    remedy: {
      zh: '请换人，或核实亲属关系登记。',
      en: 'Send somebody else, or check what was declared.',
    },
  }));
}

function inCommittees(name: string, village: string): Text {
  return {
    zh: `${name}有亲属在${village}任村干部，应当回避。`,
    en: `A relative of ${name} holds office in ${village}; they must be kept apart.`,
  };
}

function together(name: string, other: string, village: string): Text {
  return {
    zh: `${name}与${other}是亲属，不能同在${village}。`,
    en: `${name} and ${other} are relatives and cannot both be in ${village}.`,
  };
}
