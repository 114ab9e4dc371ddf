import { many } from '../english.ts';
import type { Texts } from '../texts.ts';
import type { attendanceActs as zh } from '../zh/attendance-acts.ts';

const cadres = (count: number) => many(count, 'cadre');
const cells = (count: number) => many(count, 'cell');

/** What is done with a month: signed, handed in, returned, confirmed, corrected. */
export const attendanceActs: Texts<typeof zh> = {
  signAll: {
    title: 'Enter signatures',
    body: (people) =>
      `Enters the day for ${cadres(people)} without signature or objection. Check it against the paper first.`,
    date: 'Signed on',
    act: (people) => `Enter ${many(people, 'signature')}`,
  },
  acts: {
    sign: 'Sign',
    submit: 'Submit the month',
    withdraw: 'Withdraw',
    confirm: 'Confirm the month',
    return: 'Return…',
    askCorrection: 'Ask for a correction…',
    approveCorrection: 'Approve the correction',
    refuseCorrection: 'Refuse the correction…',
  },
  blocked: {
    left: (count) => `${many(count, 'thing')} left, see the list below.`,
    needsHead: 'The head of the township signs first.',
    unsaved: 'Some changes are not saved yet.',
  },
  ask: {
    sign: {
      title: (what) => `Sign: ${what}`,
      body: (people, short) =>
        `The attendance of ${cadres(people)} becomes an edition under your name${short === 0 ? '.' : `; ${short} are short, the reasons go with it.`}`,
    },
    submit: {
      title: (what) => `Submit: ${what}`,
      body: (people, short) =>
        `The attendance of ${cadres(people)} goes to the district${short === 0 ? '.' : `; ${short} are short, the reasons go with it.`}`,
    },
    withdraw: {
      title: (what) => `Withdraw: ${what}`,
      body: 'Signature and submission are void; it is signed and submitted again afterwards.',
    },
    confirm: {
      title: (what) => `Confirm: ${what}`,
      body: (people, contradictions) =>
        `${contradictions === 0 ? '' : `${many(contradictions, 'contradiction')} not dealt with. `}The attendance of ${cadres(people)} is locked once confirmed; a change then needs a correction.`,
    },
    return: {
      title: (what) => `Return: ${what}`,
      body: 'The township puts it right, then signs and submits it again.',
      reason: 'Why it is returned',
      remarks: (count) => `${many(count, 'cell')} pointed at`,
      noRemarks: 'Choose a cell and point at it to say what is wrong with it.',
      remarkReason: (where) => `What is wrong: ${where}`,
      drop: 'Leave out',
    },
    askCorrection: {
      title: (what) => `Ask for a correction: ${what}`,
      body: 'If the district agrees, the sheet opens again and becomes a new edition; this one stays.',
      reason: 'What is to be corrected, and why',
    },
    approveCorrection: {
      title: (what) => `Approve the correction: ${what}`,
      body: (by, reason) =>
        `${by} asks: ${reason}. The sheet opens again; the confirmed edition stays.`,
    },
    refuseCorrection: {
      title: (what) => `Refuse the correction: ${what}`,
      body: (by, reason) => `${by} asks: ${reason}.`,
      reason: 'Why it is refused',
    },
    absence: {
      title: (who, day) => `Confirm the absence of ${who}, ${day}`,
      body: 'The day becomes an absence for good. The cadre is heard first.',
      heardOn: 'Heard on',
      statement: 'What the cadre said',
      documentNumber: 'Document number (optional)',
      act: 'Confirm the absence',
    },
    done: {
      sign: 'Signed',
      submit: 'Submitted',
      withdraw: 'Withdrawn, it can be changed',
      confirm: 'Confirmed',
      return: 'Returned',
      askCorrection: 'Correction asked for',
      approveCorrection: 'Approved, the sheet is open again',
      refuseCorrection: 'Refused',
      absence: 'Absence confirmed',
    },
  },
  correction: (by, reason) => `${by} asks for a correction: ${reason}`,
  editions: {
    open: 'Editions',
    title: 'Editions of the sheet',
    none: 'Not signed yet, so there is none.',
    edition: (revision) => `Edition ${revision}`,
    signed: (by, at) => `Signed by ${by}, ${at}`,
    confirmed: (by, at) => `Confirmed by ${by}, ${at}`,
    changed: (count) => `${cells(count)} changed`,
    first: 'First edition',
    whole: 'Whole sheet',
    backToNow: 'Back to the present sheet',
    showing: (revision) => `Edition ${revision}, to read.`,
    framed: (count, against) => ` ${cells(count)} that differ from edition ${against} are framed.`,
    wasIn: (revision, what) => `“${what}” in edition ${revision}`,
    differences: (count) =>
      count === 0 ? 'Nothing differs from the one before.' : `${cells(count)} differ`,
    was: 'Before',
    is: 'Now',
    events: 'What happened',
    event: (act, by) => `${act}, ${by}`,
    acts: {
      sign: 'Signed',
      submit: 'Submitted',
      withdraw: 'Withdrawn',
      confirm: 'Confirmed',
      return: 'Returned',
      askCorrection: 'Correction asked for',
      approveCorrection: 'Correction approved',
      refuseCorrection: 'Correction refused',
      reopen: 'Reopened by a correction of the month before',
    },
  },
};
