import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { testDataKeys, testHmacKeys } from '../testing.ts';
import { Keyring } from './keyring.ts';

const keys = new Keyring(testDataKeys, testHmacKeys);
const place = {
  table: 'import',
  column: 'file_cipher',
  id: '01890a5d-ac96-774b-bcce-b302099a8057',
};

describe('a sealed file', () => {
  // Around the pieces that it is sealed and opened in.
  test.each([0, 1, 2, 17, 899_999, 900_000, 900_001, 2_700_000, 3_123_457])(
    'of %d bytes opens as it was',
    async (length) => {
      const bytes = randomBytes(length);
      const sealed = await keys.sealBytes(bytes, place);
      expect(keys.openBytes(sealed, place).equals(bytes)).toBe(true);
    },
  );

  test('opens wherever it stands in memory', async () => {
    const sealed = await keys.sealBytes(Buffer.from('名册'), place);
    const among = Buffer.concat([randomBytes(3), sealed, randomBytes(3)]);
    const view = new Uint8Array(among.buffer, among.byteOffset + 3, sealed.length);
    expect(keys.openBytes(view, place).toString()).toBe('名册');
  });

  test('does not open in another row, changed, cut or by other keys', async () => {
    const sealed = await keys.sealBytes(randomBytes(100_000), place);
    const other = { ...place, id: '01890a5d-ac96-774b-bcce-b302099a8058' };
    expect(() => keys.openBytes(sealed, other)).toThrow();
    const changed = Buffer.from(sealed);
    changed[sealed.length - 40] = changed[sealed.length - 40] === 65 ? 66 : 65;
    expect(() => keys.openBytes(changed, place)).toThrow();
    expect(() => keys.openBytes(sealed.subarray(0, -4), place)).toThrow();
    expect(() => keys.openBytes(Buffer.from('v1.k'), place)).toThrow('unreadable ciphertext');
    const stranger = new Keyring(`zz:${randomBytes(32).toString('base64')}`, testHmacKeys);
    expect(() => stranger.openBytes(sealed, place)).toThrow('unreadable ciphertext');
  });
});
