import type { Contradiction } from '@xuanpai/contracts/attendance';
import { type Cell, markWords } from '@xuanpai/contracts/attendance-marks';
import type { PlainDate } from '@xuanpai/contracts/values';
import { halvesIn, isLeave } from './cells.ts';
import { type ApprovedLeave, leaveOn } from './leave-days.ts';

/** What an inspector found on a day, in a half of it or in general. */
export interface Finding {
  id: string;
  day: PlainDate;
  half: 1 | 2 | null;
  found: 'there' | 'elsewhere';
  resolved: boolean;
}

interface LoggedMonth {
  assignmentId: string;
  cadreName: string;
  days: ReadonlyMap<PlainDate, Cell>;
  leaves: readonly ApprovedLeave[];
  findings: readonly Finding[];
}

/**
 * Where the log and something else say different things about a day: a leave that isn't approved, a
 * day in the village during one, a finding at the village. Shown on both sides until somebody resolves
 * it with a reason, or the log or the leave is put right; nothing is changed by it.
 */
export function contradictionsOf(month: LoggedMonth): Contradiction[] {
  return [...againstLeave(month), ...againstFindings(month)];
}

function againstLeave({ assignmentId, cadreName, days, leaves }: LoggedMonth): Contradiction[] {
  const found: Contradiction[] = [];
  for (const [day, cell] of days) {
    const approved = leaveOn(leaves, day);
    for (const [at, half] of halvesIn(cell).entries()) {
      if (half === 'none' || half === 'rest') continue;
      const kind = approved[at] ?? null;
      if (isLeave(half) && kind !== half) {
        const said = { zh: markWords[half].zh, en: markWords[half].en.toLowerCase() };
        found.push({
          assignmentId,
          day,
          kind: 'leaveNotApproved',
          spotCheckId: null,
          words: kind
            ? {
                zh: `${cadreName}${dayInWords(day)}登记为${said.zh}，批准的是${markWords[kind].zh}`,
                en: `${cadreName}, ${day}: logged as ${said.en}, approved as ${markWords[kind].en.toLowerCase()}`,
              }
            : {
                zh: `${cadreName}${dayInWords(day)}登记为${said.zh}，没有批准的请假，不减应到天数`,
                en: `${cadreName}, ${day}: logged as ${said.en} without an approved leave, which lessens nothing`,
              },
        });
        break;
      }
      if (!isLeave(half) && kind !== null) {
        found.push({
          assignmentId,
          day,
          kind: 'markedOnLeave',
          spotCheckId: null,
          words: {
            zh: `${cadreName}${dayInWords(day)}已批准${markWords[kind].zh}，登记为${markWords[half].zh}`,
            en: `${cadreName}, ${day}: on approved ${markWords[kind].en.toLowerCase()}, logged as ${markWords[half].en.toLowerCase()}`,
          },
        });
        break;
      }
    }
  }
  return found;
}

function againstFindings({ assignmentId, cadreName, days, findings }: LoggedMonth) {
  return findings.flatMap((finding): Contradiction[] => {
    if (finding.resolved) return [];
    const halves = halvesIn(days.get(finding.day));
    const asked = finding.half === null ? halves : halves.slice(finding.half - 1, finding.half);
    const inVillage = asked.includes('village');
    const elsewhere =
      asked.length > 0 && asked.every((half) => half !== 'village' && half !== 'none');
    const differs =
      finding.found === 'there'
        ? elsewhere
        : inVillage && asked.every((half) => half === 'village');
    if (!differs) return [];
    return [
      {
        assignmentId,
        day: finding.day,
        kind: finding.found === 'there' ? 'foundThere' : 'foundElsewhere',
        spotCheckId: finding.id,
        words:
          finding.found === 'there'
            ? {
                zh: `${cadreName}${dayInWords(finding.day)}检查时在村，登记为不在村`,
                en: `${cadreName}, ${finding.day}: found in the village, logged as elsewhere`,
              }
            : {
                zh: `${cadreName}${dayInWords(finding.day)}检查时不在村，登记为在村`,
                en: `${cadreName}, ${finding.day}: found elsewhere, logged as in the village`,
              },
      },
    ];
  });
}

function dayInWords(day: PlainDate) {
  return `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;
}
