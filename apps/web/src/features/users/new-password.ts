/** Without letters and digits that are taken for each other when read aloud. */
const letters = '23456789abcdefghjkmnpqrstuvwxyz';

/** A first password to be told by telephone: `k7mq-9xtd-w3hp`, some 59 bits. */
export function newPassword(): string {
  // Bytes above the last full round would make the first letters more likely.
  const most = 256 - (256 % letters.length);
  let made = '';
  while (made.length < 12) {
    const bytes = crypto.getRandomValues(new Uint8Array(32)).filter((byte) => byte < most);
    for (const byte of bytes) made += letters[byte % letters.length];
  }
  return [made.slice(0, 4), made.slice(4, 8), made.slice(8, 12)].join('-');
}
