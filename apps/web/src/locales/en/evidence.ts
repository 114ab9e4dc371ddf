import type { Dictionary } from '../zh-cn.ts';

export const evidence: Dictionary['evidence'] = {
  title: 'Files',
  none: 'No files.',
  add: 'Drop files here, paste them, or click to choose',
  addNote: (megabytes: number) =>
    `PDF, JPEG, PNG, .docx, .xlsx, up to ${megabytes} MB each; pictures lose their location. Never required.`,
  open: 'View',
  download: 'Download',
  remove: 'Remove',
  removeOne: (name: string) => `Remove ${name}`,
  removeTitle: (name: string) => `Remove “${name}”`,
  removeBody: 'This can’t be undone; on the days before today it stays to be read.',
  removeWholly: 'Sent by mistake: not to be seen on earlier days either',
  removed: (name: string) => `Removed “${name}”.`,
  waiting: 'Waiting',
  sending: (name: string, percent: number) => `${name} ${percent}% sent`,
  checking: (name: string) => `${name} being looked into…`,
  failed: (name: string) => `“${name}” was not uploaded.`,
  drop: 'Dismiss',
  previous: 'Previous',
  next: 'Next',
  pdfOpening: 'Opening…',
  pdfFailed:
    'This PDF can’t be shown here: it may be damaged or closed by a password. Download it.',
  pageOf: (number, pages) => `Page ${number} of ${pages}`,
  pageBefore: 'Previous page',
  pageAfter: 'Next page',
  smaller: 'Smaller',
  larger: 'Larger',
  by: (name: string, when: string) => `${name}, ${when}`,
};
