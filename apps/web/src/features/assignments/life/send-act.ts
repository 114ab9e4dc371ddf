import {
  endAssignment,
  exchangeAssignments,
  extendAssignment,
  recordAppointment,
  recordMembership,
  recordReport,
  replaceAssignment,
  withdrawAssignment,
} from '@xuanpai/contracts/assignment-acts';
import type { AssignmentHistory, OpenAct } from '@xuanpai/contracts/assignment-events';
import type { Category, PlainDate } from '@xuanpai/contracts/values';
import { call } from '../../../lib/api.ts';

export type Act = OpenAct['act'];

/** What is entered; which of it an act asks for is `fieldsOf`. Days as they are typed. */
export interface ActValues {
  date?: string;
  from?: string;
  until?: string;
  documentNumber?: string;
  reason?: string;
  lateReason?: string;
  cadreId?: string;
  category?: Category;
  ageReason?: string;
  withId?: string;
}

export type ActField = keyof ActValues;

const change: readonly ActField[] = ['from', 'documentNumber', 'reason'];
const paper: readonly ActField[] = ['date', 'documentNumber'];

/** What an act asks for, in this order. */
export const fieldsOf: Record<Act, readonly ActField[]> = {
  appointment: paper,
  report: ['date'],
  membershipTransferred: paper,
  membershipReturned: paper,
  replace: ['from', 'cadreId', 'documentNumber', 'reason'],
  withdraw: change,
  exchange: ['withId', ...change],
  extend: ['until', 'documentNumber', 'reason'],
  end: paper,
};

/** Sends an act on a post, in the version that was looked at. */
export function sendAct(
  act: Act,
  { assignment: { id, version } }: AssignmentHistory,
  values: ActValues,
  withVersion: number,
): Promise<AssignmentHistory> {
  const params = { id };
  const { date, from, until } = values;
  const [onDay, fromDay, untilDay] = [date, from, until] as (PlainDate | undefined)[];
  const documentNumber = values.documentNumber ?? '';
  const noted = { date: dayOf(onDay), documentNumber, version };
  const changed = {
    ...{ from: dayOf(fromDay), documentNumber, reason: values.reason ?? '', version },
    ...(values.lateReason ? { lateReason: values.lateReason } : {}),
  };
  switch (act) {
    case 'appointment':
      return call(recordAppointment, { params, body: noted });
    case 'report':
      return call(recordReport, { params, body: { date: noted.date, version } });
    case 'membershipTransferred':
      return call(recordMembership, { params, body: { ...noted, direction: 'transferred' } });
    case 'membershipReturned':
      return call(recordMembership, { params, body: { ...noted, direction: 'returned' } });
    case 'end':
      return call(endAssignment, { params, body: noted });
    case 'withdraw':
      return call(withdrawAssignment, { params, body: changed });
    case 'extend':
      return call(extendAssignment, {
        params,
        body: { until: dayOf(untilDay), documentNumber, reason: changed.reason, version },
      });
    case 'exchange':
      return call(exchangeAssignments, {
        params,
        body: { ...changed, withId: values.withId ?? '', withVersion },
      });
    case 'replace':
      return call(replaceAssignment, {
        params,
        body: {
          ...changed,
          cadreId: values.cadreId ?? '',
          ...(values.category ? { category: values.category } : {}),
          ...(values.ageReason ? { ageReason: values.ageReason } : {}),
        },
      });
  }
}

/** An empty day goes as it is: the server names the field. */
function dayOf(day: PlainDate | undefined): PlainDate {
  return day ?? ('' as PlainDate);
}
