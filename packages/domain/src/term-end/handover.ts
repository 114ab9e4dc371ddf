import type { Text } from '@xuanpai/contracts/text';
import type { PlainDate } from '@xuanpai/contracts/values';
import type { RuleFault } from '../rule-fault.ts';

/** A line of what goes over to the village, and whether it has. */
export interface HandoverLine {
  text: string;
  done: boolean;
}

/** The most lines that a list has. */
export const mostHandoverLines = 40;

const ofForm = (path: string, code: string, message: Text, remedy: Text): RuleFault => ({
  ...{ path, code, basis: null, message, remedy },
});

/** A day of handing over that hasn't come. */
export function handedAhead(handedOn: PlainDate | null, today: PlainDate): RuleFault[] {
  if (handedOn === null || handedOn <= today) return [];
  const message = { zh: '移交日期晚于今天。', en: 'The day lies ahead.' };
  const remedy = { zh: `请填${today}或以前的日期。`, en: `Give ${today} or an earlier day.` };
  return [ofForm('handedOn', 'ahead', message, remedy)];
}

/** Somebody's list as it is kept, and as whoever acts on several saw it. */
export interface KeptHandover {
  assignmentId: string;
  name: string;
  startsOn: PlainDate;
  items: readonly HandoverLine[];
  handedOn: PlainDate | null;
  version: number;
  seen: number;
}

/**
 * The lines of a list that is begun stay, ticked where they are handed over now; what it hasn't comes
 * after them.
 */
export function withLines(
  kept: readonly HandoverLine[],
  given: readonly HandoverLine[],
): HandoverLine[] {
  const done = new Set(given.flatMap((line) => (line.done ? [line.text] : [])));
  const known = new Set(kept.map(({ text }) => text));
  return [
    ...kept.map((line) => ({ text: line.text, done: line.done || done.has(line.text) })),
    ...given.filter(({ text }) => !known.has(text)),
  ];
}

/** What keeps one of several from being handed over on a day: each is named. */
export function handoverFaults(
  kept: KeptHandover,
  given: readonly HandoverLine[],
  handedOn: PlainDate,
): RuleFault[] {
  const { assignmentId, name, startsOn, version, seen } = kept;
  const fault = (code: string, message: Text, remedy: Text) =>
    ofForm(assignmentId, code, message, remedy);
  if (version !== seen) {
    return [
      fault(
        'changed',
        { zh: `${name}的移交清单已由他人修改。`, en: `Somebody changed the list of ${name}.` },
        { zh: '请刷新后再登记。', en: 'Look at it anew first.' },
      ),
    ];
  }
  if (kept.handedOn !== null) {
    return [
      fault(
        'handedOver',
        {
          zh: `${name}已于${kept.handedOn}登记移交。`,
          en: `${name} handed over on ${kept.handedOn}.`,
        },
        { zh: '请在本人的移交清单里更正。', en: 'Correct it in that list.' },
      ),
    ];
  }
  const faults: RuleFault[] = [];
  if (handedOn < startsOn) {
    faults.push(
      fault(
        'beforeStart',
        {
          zh: `${name}${startsOn}起任职，移交日期早于任职。`,
          en: `${name} is in post from ${startsOn}, after the day of handing over.`,
        },
        { zh: '请更正移交日期。', en: 'Correct the day.' },
      ),
    );
  }
  if (withLines(kept.items, given).length > mostHandoverLines) {
    faults.push(
      fault(
        'tooMany',
        {
          zh: `${name}的移交清单超过${mostHandoverLines}项。`,
          en: `The list of ${name} has more than ${mostHandoverLines} lines.`,
        },
        { zh: '请合并或删去几项。', en: 'Put some together.' },
      ),
    );
  }
  return faults;
}
