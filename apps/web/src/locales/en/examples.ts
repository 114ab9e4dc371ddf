import type { Dictionary } from '../zh-cn.ts';

export const examples: Dictionary['examples'] = {
  answer: (total, waiting, filtered) =>
    total === 0 && !filtered
      ? 'No examples yet.'
      : `${total} examples${waiting > 0 ? `, *${waiting} to be reviewed*` : ''}.`,
  write: 'Write an example',
  writeNote: 'A line is a paragraph; pictures are added on its page once it is saved.',
  change: 'Change',
  save: 'Save',
  saved: (title) => `Saved “${title}”.`,
  none: 'No examples',
  noneNote: 'Write a demonstration point or an exemplary case; it is released after review.',
  find: 'A word of title or text',
  kind: 'Kind',
  state: 'State',
  district: 'District',
  title: 'Title',
  text: 'Text',
  village: 'Village',
  villageHint: 'Optional',
  missing: 'Please fill in.',
  delete: 'Delete',
  deleteTitle: (title) => `Delete “${title}”`,
  deleteBody: (files) =>
    files > 0 ? `Text and ${files} files will be gone for good.` : 'This can’t be undone.',
  submit: 'Submit for review',
  submitted: (title) => `Submitted “${title}”.`,
  recall: 'Recall',
  recalled: (title) => `Recalled “${title}”.`,
  release: 'Release',
  released: (title) => `Released “${title}” to the district.`,
  return: 'Return',
  returned: (title) => `Returned “${title}”.`,
  withdraw: 'Take back',
  withdrawn: (title) => `Took back “${title}”.`,
  reason: 'Reason',
  why: (reason) => `Reason: ${reason}`,
  print: 'Print',
  writtenBy: (name, on) => `written by ${name}, ${on}`,
  reviewedBy: (name, on) => `reviewed by ${name}, ${on}`,
};
