import type { Texts } from '../texts.ts';
import type { problems as zh } from '../zh/problems.ts';

export const problems: Texts<typeof zh> = {
  network: 'No connection to the server',
  networkDetail: 'Check the cable or the network. What you typed is still here; try again then.',
  unreadable: 'The server did not answer properly',
  unreadableDetail: 'Try again later; if it goes on, tell the administrator.',
  internal: 'Something went wrong',
  retry: 'Try again',
  reload: 'Reload',
  basis: (source) => `Basis: ${source}`,
  basisOf: (source, kind) => `Basis: ${source} (${kind})`,
  clause: (source) => `Notice ${source}`,
  basisIn: (source, kind) => `${source} (${kind.toLowerCase()})`,
  basisKinds: {
    notice: 'Notice',
    national: 'National rule',
    reading: 'Our reading',
    local: 'District rule',
  },
  wait: (seconds) => `Try again in ${seconds} s.`,
  changedTitle: 'Changed by others since you opened it:',
  changed: (what, was, is) => `${what}: ${was} → ${is}`,
  changedBy: (who, when) => `${who} ${when}`,
  useCurrent: 'Take what is there now',
  empty: 'empty',
  more: (count) => `${count} more`,
  pageFailed: 'This page did not open',
  pageFailedDetail: 'The network may be down, or the system was just upgraded.',
  notFoundTitle: 'No such page',
  notFoundDetail: 'The address may be wrong, or the page is outside your scope.',
  toWorkbench: 'Back to the workbench',
};
