import type { Fault } from '../../lib/api-error.ts';
import type { CadreRecord } from '../../lib/records/cadre.ts';

/** D5 hangs on these dates: nobody changes them without the paper that says so. */
const documented = ['joinedOn', 'fullMemberOn'] as const;

/** Whether a change touches the Party dates, and so is a correction from the file (查档更正). */
export function isCorrection(before: CadreRecord, after: CadreRecord): boolean {
  return documented.some((field) => before[field] !== after[field]);
}

/** A correction names the document that it stands on. */
export function documentFaults(corrected: boolean, document: string | undefined): Fault[] {
  if (!corrected || document !== undefined) return [];
  return [
    {
      path: 'document',
      code: 'documentRequired',
      message: {
        zh: '更正入党时间、转正时间，须写明所依据的档案材料。',
        en: 'Changing the joining or full-membership date needs the document that it stands on.',
      },
      basis: { kind: 'reading', source: '本办更正口径' },
      remedy: {
        zh: '如：入党志愿书，干部档案第六类。',
        en: 'For example: application form, file class 6.',
      },
    },
  ];
}
