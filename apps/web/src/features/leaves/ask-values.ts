import type { LeaveKind } from '@xuanpai/contracts/attendance-marks';
import type { PlainDate } from '@xuanpai/contracts/values';

/** What is filled in to ask for leave; days as they are typed. */
export interface AskValues {
  cadreId?: string;
  kind?: LeaveKind;
  startsOn?: string;
  endsOn?: string;
  startsAtNoon?: boolean;
  endsAtNoon?: boolean;
  reason?: string;
  documentNumber?: string;
  beyondReason?: string;
}

export function isDay(typed: string | undefined): typed is string {
  return typed !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(typed);
}

/** What is missing goes as it is: the server names the field. */
export function bodyOf(values: AskValues) {
  const { documentNumber, beyondReason } = values;
  return {
    cadreId: values.cadreId ?? '',
    kind: values.kind ?? ('' as LeaveKind),
    startsOn: (values.startsOn ?? '') as PlainDate,
    endsOn: (values.endsOn ?? '') as PlainDate,
    startsAtNoon: values.startsAtNoon ?? false,
    endsAtNoon: values.endsAtNoon ?? false,
    reason: values.reason ?? '',
    ...(documentNumber?.trim() ? { documentNumber } : {}),
    ...(beyondReason?.trim() ? { beyondReason } : {}),
  };
}
