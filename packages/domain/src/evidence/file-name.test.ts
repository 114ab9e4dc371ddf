import { describe, expect, test } from 'vitest';
import { evidenceName, typeByName } from './file-name.ts';

describe('the name of a file', () => {
  test.each([
    ['培训签到.jpg', '培训签到.jpg'],
    ['C:\\Users\\王伟\\Desktop\\签到.jpg', '签到.jpg'],
    ['../../etc/passwd.pdf', 'passwd.pdf'],
    ['/', '附件'],
    ['', '附件'],
    ['...', '附件'],
    ['.htaccess', 'htaccess'],
    ['a\u0000b\r\n.pdf', 'ab.pdf'],
    // Shown as 签到gpj.exe.jpg by whoever lets the letters turn round.
    ['签到\u202Egpj.exe.jpg', '签到gpj.exe.jpg'],
    ['a<b>:"c|?*.pdf', 'a_b___c___.pdf'],
    ['表. ', '表'],
  ])('%j is kept as %j', (given, kept) => expect(evidenceName(given)).toBe(kept));

  test('300 characters are cut to 120, with their ending', () => {
    expect(evidenceName(`${'村'.repeat(300)}.docx`)).toBe(`${'村'.repeat(115)}.docx`);
    const pairs = evidenceName(`${'𠮷'.repeat(200)}.jpg`);
    expect(pairs).toBe(`${'𠮷'.repeat(58)}.jpg`);
    expect(evidenceName('村'.repeat(300))).toBe('村'.repeat(120));
  });

  test('an ID number in it is masked', () => {
    expect(evidenceName('11010519491231002X.pdf')).not.toContain('19491231');
  });
});

test.each([
  ['a.PDF', 'pdf'],
  ['a.jpg', 'jpeg'],
  ['a.JPEG', 'jpeg'],
  ['a.png', 'png'],
  ['a.docx', 'docx'],
  ['a.xlsx', 'xlsx'],
  ['a.pdf.exe', null],
  ['a.heic', null],
  ['a.doc', null],
  ['a.constructor', null],
  ['pdf', null],
])('%s is called %s', (name, type) => expect(typeByName(name)).toBe(type));
