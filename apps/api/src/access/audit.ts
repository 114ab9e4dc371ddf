import type { Entries } from './entry.ts';

export const auditEntries: Entries = {
  listAudit: { kind: 'whole' },
  exportAudit: { kind: 'whole' },
  verifyAudit: { kind: 'whole' },
  getAuditEntry: {
    kind: 'row',
    key: 'seq',
    reach: { all: ['auditor'] },
    row: () => ({ seq: '1' }),
    missingId: '2000000000',
  },
};
