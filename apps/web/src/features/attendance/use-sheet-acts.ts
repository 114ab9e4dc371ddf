import { useQueryClient } from '@tanstack/react-query';
import type { AttendanceMonth, Month, SheetAct, SheetRemark } from '@xuanpai/contracts/attendance';
import * as acts from '@xuanpai/contracts/attendance-acts';
import type { PlainDate } from '@xuanpai/contracts/values';
import { call } from '../../lib/api.ts';
import { ApiProblem } from '../../lib/api-problem.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { confirm } from '../../ui/confirm.tsx';
import { sheetQuery, takeSheet } from './queries.ts';
import { monthWords } from './sheet-grid.tsx';
import type { OpenSheet } from './use-sheet.ts';

export interface Absence {
  assignmentId: string;
  day: PlainDate;
  heardOn: PlainDate;
  statement: string;
  documentNumber?: string;
}

export interface SheetActs {
  /** Asks what has to be asked, and does it. */
  sign: () => Promise<boolean>;
  submit: () => Promise<boolean>;
  withdraw: () => Promise<boolean>;
  confirm: () => Promise<boolean>;
  approveCorrection: () => Promise<boolean>;
  giveBack: (reason: string, remarks: readonly SheetRemark[]) => Promise<void>;
  askCorrection: (reason: string) => Promise<void>;
  refuseCorrection: (reason: string) => Promise<void>;
  absence: (absence: Absence) => Promise<void>;
}

/** The acts on a month: what was typed goes first, and each act takes the sheet as it is then. */
export function useSheetActs({ township, month, sheet, saver }: OpenSheet): SheetActs {
  const client = useQueryClient();
  const text = useText().attendance;
  const what = text.sheetOf(sheet.township.name, monthWords(month, text));
  const people = sheet.rows.length;
  const short = sheet.rows.filter((row) => row.short > 0).length;
  const params = { township, month: month as Month };

  async function act(
    done: keyof typeof text.ask.done,
    send: (version: number) => Promise<AttendanceMonth>,
  ) {
    if (!(await saver.flush())) {
      throw new ApiProblem({ code: 'conflict', status: 409, detail: text.blocked.unsaved });
    }
    const now = client.getQueryData(sheetQuery(township, month).queryKey) ?? sheet;
    takeSheet(client, township, await send(now.version));
    showDone(text.ask.done[done]);
  }

  function asked(
    which: 'sign' | 'submit' | 'withdraw' | 'confirm' | 'approveCorrection',
    body: string,
    endpoint:
      | typeof acts.signAttendance
      | typeof acts.submitAttendance
      | typeof acts.withdrawAttendance
      | typeof acts.confirmAttendance
      | typeof acts.approveCorrection,
  ) {
    return confirm({
      title: text.ask[which].title(what),
      body,
      act: text.acts[which satisfies SheetAct],
      run: () => act(which, (version) => call(endpoint, { params, body: { version } })),
    });
  }

  const { ask } = text;
  return {
    sign: () => asked('sign', ask.sign.body(people, short), acts.signAttendance),
    submit: () => asked('submit', ask.submit.body(people, short), acts.submitAttendance),
    withdraw: () => asked('withdraw', ask.withdraw.body, acts.withdrawAttendance),
    confirm: () =>
      asked(
        'confirm',
        ask.confirm.body(people, sheet.contradictions.length),
        acts.confirmAttendance,
      ),
    approveCorrection: () =>
      asked(
        'approveCorrection',
        ask.approveCorrection.body(sheet.correction?.byName ?? '', sheet.correction?.reason ?? ''),
        acts.approveCorrection,
      ),
    giveBack: (reason, remarks) =>
      act('return', (version) =>
        call(acts.returnAttendance, {
          params,
          body: {
            version,
            reason,
            ...(remarks.length > 0
              ? { remarks: remarks.map((one) => ({ ...one, day: one.day as PlainDate | null })) }
              : {}),
          },
        }),
      ),
    askCorrection: (reason) =>
      act('askCorrection', (version) =>
        call(acts.askCorrection, { params, body: { version, reason } }),
      ),
    refuseCorrection: (reason) =>
      act('refuseCorrection', (version) =>
        call(acts.refuseCorrection, { params, body: { version, reason } }),
      ),
    absence: (absence) =>
      act('absence', (version) =>
        call(acts.confirmAbsence, { params, body: { ...absence, version } }),
      ),
  };
}
