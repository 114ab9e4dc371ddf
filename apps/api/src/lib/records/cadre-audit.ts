import type { Json } from '@xuanpai/contracts/values';
import { maskIdNumber } from '@xuanpai/domain/office/id-number';
import { difference } from '../audit.ts';
import type { CadreRecord } from './cadre.ts';
import { maskPhone } from './mask-phone.ts';

type Fields = { [field: string]: Json };

/** How the log writes personal data: enough to see that it changed, too little to learn it. */
const masks: Partial<Record<keyof CadreRecord, (text: string) => string>> = {
  idNumber: maskIdNumber,
  bornOn: (day) => `${day.slice(0, 4)}-**-**`,
  phone: maskPhone,
  homeAddress: () => '***',
  health: () => '***',
};

function masked(fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).map(([field, value]) => {
      const mask = masks[field as keyof CadreRecord];
      return [field, mask && typeof value === 'string' ? mask(value) : value];
    }),
  );
}

/** A cadre as the audit log keeps it: personal data masked. */
export function maskedCadre(record: CadreRecord): Fields {
  return masked({ ...record });
}

/** The fields that differ, for the log: compared in clear, then masked. */
export function cadreDifference(before: CadreRecord, after: CadreRecord) {
  const fields = difference({ ...before }, { ...after });
  return { before: masked(fields.before), after: masked(fields.after) };
}
