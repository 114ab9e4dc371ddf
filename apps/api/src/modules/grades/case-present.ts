import type { GradeCase } from '@xuanpai/contracts/grade-cases';
import { toPlainDate } from '@xuanpai/database/dates';
import type { GradeCase as Stored } from '@xuanpai/database/generated/client';

export function presentCase(row: Stored): GradeCase {
  const { enteredById: _, enteredByName: _1, enteredAt: _2, handledById: _3, ...rest } = row;
  const { personId: _4, ...shown } = rest;
  return {
    ...shown,
    askedOn: toPlainDate(row.askedOn),
    askUntil: toPlainDate(row.askUntil),
    dueOn: toPlainDate(row.dueOn),
    decidedOn: toPlainDate(row.decidedOn),
  };
}
