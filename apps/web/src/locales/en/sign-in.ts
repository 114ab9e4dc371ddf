import type { Texts } from '../texts.ts';
import type { signIn as zh } from '../zh/sign-in.ts';

export const signIn: Texts<typeof zh> = {
  documentTitle: 'Sign in · Xuanpai',
  slogan: 'Cadres sent to villages as First Secretaries',
  username: 'User name',
  password: 'Password',
  show: 'Show password',
  hide: 'Hide password',
  submit: 'Sign in',
  submitting: 'Signing in…',
  forgotten: 'Forgotten? The administrator can set a new password.',
  usernameMissing: 'Enter your user name',
  passwordMissing: 'Enter your password',
  expired: 'The first password was not used in time and has run out: ask the administrator.',
  wrong: 'Wrong user name or password. Check capitals and the input method.',
  throttled: (seconds) => `Too many attempts. Try again in ${seconds} s.`,
  network: 'No connection to the server. What you typed is still here.',
  failed: 'The server did not answer properly. Try again later.',
  ended: 'The session has ended, please sign in again. What was not saved is still there.',
  languageSwitch: '中文',
  version: (version) => `Version ${version}`,
  plainHttp: (host) =>
    /^(127\.|localhost|\[::1\])/.test(host)
      ? `Demo on this machine over http, ${host} only`
      : `Connected to ${host} over http: passwords travel unencrypted, inner network only`,
  demo: {
    title: 'Demo accounts',
    note: 'A row fills in the user name; all have the password printed in the terminal',
    username: 'User name',
    name: 'Name',
    role: 'Role',
    scope: 'Scope',
    does: 'Work',
    data: (year, month, day) =>
      `Demo data: Hedong District, ${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}. Villages are real, people invented.`,
    choose: (username) => `Sign in as ${username}`,
  },
  does: {
    planner: 'Batches, registers, plans, publication',
    office: 'Confirms plans, reads registers',
    officer: 'Villages and people of the township',
    head: 'Reads villages and people of the township',
    evaluator: 'Reads assigned villages',
    inspector: 'Reads coverage and assignments',
    liaison: 'Nominees and contacts of the unit',
    leader: 'Reads only',
    admin: 'Sees no personal data',
    auditor: 'Reads only',
  },
  firstPassword: {
    documentTitle: 'Change password · Xuanpai',
    title: 'First sign-in: change your password',
    note: 'The present one was given to you, so somebody else knows it. Work begins after the change.',
    current: 'Present password',
    next: 'New password',
    again: 'New password again',
    rule: (least: number) =>
      `At least ${least} characters; no names, birthdays, places or usual passwords. A short sentence is best.`,
    tooShort: (least: number) => `At least ${least} characters`,
    same: 'The new password must differ from the present one',
    different: 'The two new passwords differ',
    submit: 'Change password and go on',
    leave: 'Sign out',
  },
};
