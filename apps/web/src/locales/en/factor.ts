import type { Texts } from '../texts.ts';
import type { factor as zh } from '../zh/factor.ts';

export const factor: Texts<typeof zh> = {
  title: 'Second factor',
  about: 'Beside the password, a code from the telephone at sign-in.',
  wanted: 'Your role needs a code at sign-in.',
  off: 'Off. Any application for one-time codes (TOTP) on the telephone will do; it needs no network.',
  on: (left) => `On. ${left} recovery codes are left.`,
  begin: 'Set up the second factor',
  end: 'Turn the second factor off',
  endBody:
    'After that the password alone signs in, and other devices are signed out. For another telephone or new recovery codes, turn it off and set it up again.',
  password: 'Current password',
  next: 'Next',
  scan: 'Scan this with the application on the telephone.',
  picture: 'QR code that sets up the second factor',
  byHand: 'If it can’t be scanned, type this secret into the application:',
  code: 'The six digits that it shows',
  codeOrRecovery: 'Code or recovery code',
  confirm: 'Turn on',
  recovery:
    'It is on. Without the telephone, one of these recovery codes signs you in, each once. They are shown this once only: write them down or print them, and keep them where nobody else gets them.',
  kept: 'I have kept them',
  done: 'The second factor is on; other devices are signed out.',
  ended: 'The second factor is off; other devices are signed out.',
  looked: 'The setting-up was closed.',
  documentTitle: 'Second factor · Xuanpai',
  mustTitle: 'Set up the second factor first',
  mustNote:
    'Your role needs a code from the telephone beside the password. Set it up before going on.',
};
