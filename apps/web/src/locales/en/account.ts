import type { Texts } from '../texts.ts';
import type { account as zh } from '../zh/account.ts';

export const account: Texts<typeof zh> = {
  title: (name, count) => `${name}: signed in at ${count} ${count === 1 ? 'place' : 'places'}.`,
  note: (username, roles) => `User name ${username}; ${roles}`,
  password: 'Change password',
  passwordNote: 'All other devices are signed out then.',
  current: 'Present password',
  next: 'New password',
  again: 'New password again',
  missing: 'Required',
  rule: (least: number) =>
    `At least ${least} characters; no names, birthdays, places or usual passwords. A short sentence is best.`,
  tooShort: (least: number) => `At least ${least} characters`,
  different: 'The two new passwords differ',
  changeSubmit: 'Change password',
  changed: 'Password changed; all other devices are signed out.',
  sessions: 'My sign-ins',
  sessionsNote:
    'They end after 12 idle hours, or 14 days. End any that you do not know, and change your password.',
  device: 'Device',
  address: 'Address',
  since: 'Signed in',
  lastUsed: 'Last used',
  thisOne: 'this one',
  newAddress: 'new address',
  newDevice: 'new device',
  newPlace: (what, address) => `This sign-in is from a ${what} (${address}).`,
  strangerBefore: (when, what, address) =>
    `The last sign-in, ${when}, was from a ${what} (${address}).`,
  lastBefore: (when, address) => `Last sign-in: ${when}, from ${address}.`,
  checkSessions: 'Not you? See your sign-ins',
  dismiss: 'All right',
  revoke: 'Sign out',
  revokeLabel: (device) => `Sign out ${device}`,
  revokeBody: (address) =>
    `Ends the sign-in at ${address}. Type the password to confirm that it is you.`,
  revoked: (device) => `${device} is signed out.`,
  unknownDevice: 'Unknown device',
  everywhere: 'Sign out everywhere',
  everywhereTitle: 'Sign out everywhere',
  everywhereBody: (count) =>
    `This ends your ${count} sign-ins, this one included. Unsaved work stays in each browser. Type the password to confirm that it is you.`,
};
