import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { isSealedPlace } from './sealed/columns.ts';

/** Bytes, a multiple of 9: base64 of base64 in pieces is then that of the whole. */
const pieceOfFile = 9 * 100_000;

/** Characters before the body of a sealed text: version, key, nonce. */
const longestHead = 64;

interface Key {
  id: string;
  bytes: Buffer;
}

/** Where a ciphertext belongs: it can't be read in another column or row. */
export interface Place {
  table: string;
  column: string;
  id: string;
}

/** Reads `id:base64,id:base64`; each key has 32 bytes. Throws RangeError otherwise. */
export function parseKeys(text: string): Key[] {
  return text.split(',').map((part) => {
    const [id = '', base64 = ''] = part.trim().split(/:(.*)/s);
    const bytes = Buffer.from(base64, 'base64');
    if (!/^[a-z0-9]{1,16}$/i.test(id) || bytes.length !== 32) {
      throw new RangeError('a key is id:base64 of 32 bytes');
    }
    return { id, bytes };
  });
}

/** Encrypts personal data at rest (AES-256-GCM) and makes the codes that ID numbers are matched by. */
export class Keyring {
  readonly #data: Key[];
  readonly #hmac: Key[];
  /** What a thread of this process makes its own keyring of; never written anywhere. */
  readonly forThread: () => { dataKeys: string; hmacKeys: string };

  constructor(dataKeys: string, hmacKeys: string) {
    this.forThread = () => ({ dataKeys, hmacKeys });
    this.#data = parseKeys(dataKeys);
    this.#hmac = parseKeys(hmacKeys);
  }

  /** Gives `v1.<keyId>.<nonce>.<ciphertext with tag>`. */
  seal(text: string, place: Place): string {
    const key = first(this.#data);
    const nonce = nextNonce();
    const cipher = createCipheriv('aes-256-gcm', key.bytes, nonce);
    cipher.setAAD(associated(place));
    const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return `v1.${key.id}.${nonce.toString('base64url')}.${body.toString('base64url')}`;
  }

  /** Throws when the text was sealed for another place, by a key that is gone, or was changed. */
  open(sealed: string, place: Place): string {
    const [version, keyId, nonce, body] = sealed.split('.');
    if (version !== 'v1' || !nonce || !body) throw new Error('unreadable ciphertext');
    return this.#opened(keyId, nonce, Buffer.from(body, 'base64url'), place).toString();
  }

  /**
   * The same for a file, in the form of `seal` over its base64. A piece after the other, so that other
   * work goes on beside 50 MB.
   */
  async sealBytes(bytes: Uint8Array, place: Place): Promise<Buffer> {
    const key = first(this.#data);
    const nonce = nextNonce();
    const cipher = createCipheriv('aes-256-gcm', key.bytes, nonce);
    cipher.setAAD(associated(place));
    const parts = [Buffer.from(`v1.${key.id}.${nonce.toString('base64url')}.`)];
    const asText = (sealed: Buffer) => Buffer.from(sealed.toString('base64url'), 'latin1');
    let at = 0;
    for (; at + pieceOfFile < bytes.length; at += pieceOfFile) {
      const piece = Buffer.from(bytes.subarray(at, at + pieceOfFile)).toString('base64');
      parts.push(asText(cipher.update(piece, 'utf8')));
      await nextTurn();
    }
    const rest = cipher.update(Buffer.from(bytes.subarray(at)).toString('base64'), 'utf8');
    parts.push(asText(Buffer.concat([rest, cipher.final(), cipher.getAuthTag()])));
    return Buffer.concat(parts);
  }

  openBytes(sealed: Uint8Array, place: Place): Buffer {
    const file = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
    const [version, keyId, nonce] = file.toString('latin1', 0, longestHead).split('.', 3);
    if (version !== 'v1' || !keyId || !nonce) throw new Error('unreadable ciphertext');
    const body = file.subarray(`v1.${keyId}.${nonce}.`.length);
    return decoded(this.#opened(keyId, nonce, decoded(body, 'base64url'), place), 'base64');
  }

  #opened(keyId: string | undefined, nonce: string, body: Buffer, place: Place): Buffer {
    const key = this.#data.find(({ id }) => id === keyId);
    if (!key) throw new Error('unreadable ciphertext');
    const decipher = createDecipheriv('aes-256-gcm', key.bytes, Buffer.from(nonce, 'base64url'));
    decipher.setAAD(associated(place));
    decipher.setAuthTag(body.subarray(-16));
    return Buffer.concat([decipher.update(body.subarray(0, -16)), decipher.final()]);
  }

  /** The ids of the keys that write. */
  writing(): { data: string; hmac: string } {
    return { data: first(this.#data).id, hmac: first(this.#hmac).id };
  }

  /** Tells a key from another of the same id without telling the key; null: there is none of this id. */
  checkOf(kind: 'data' | 'hmac', id: string): string | null {
    const key = (kind === 'data' ? this.#data : this.#hmac).find((one) => one.id === id);
    return key ? checkOf(kind, key) : null;
  }

  /** A few letters for each key, the ones that write first: which keys a process can read by. */
  marks(): string[] {
    const others = [
      ...this.#data.slice(1).map((key) => markOf('data', key)),
      ...this.#hmac.slice(1).map((key) => markOf('hmac', key)),
    ];
    return [...this.writingMarks(), ...others];
  }

  writingMarks(): string[] {
    return [markOf('data', first(this.#data)), markOf('hmac', first(this.#hmac))];
  }

  /** The code that the newest key writes: `<keyId>:<hex>`. */
  codeOf(text: string): string {
    return code(first(this.#hmac), text);
  }

  /** The codes that a text may be stored under, by every key. */
  codesOf(text: string): string[] {
    return this.#hmac.map((key) => code(key, text));
  }
}

const nonceBytes = 12;
let drawn = Buffer.alloc(0);

/** A random nonce. Many are drawn at a time: each by itself costs more than the sealing of a row. */
function nextNonce(): Buffer {
  if (drawn.length === 0) drawn = randomBytes(nonceBytes * 512);
  const nonce = drawn.subarray(0, nonceBytes);
  drawn = drawn.subarray(nonceBytes);
  return nonce;
}

/** Bytes of base64 that stands in a buffer, piece by piece: one string of a file would be another copy. */
function decoded(text: Buffer, encoding: 'base64' | 'base64url'): Buffer {
  const piece = 4 * 100_000;
  const bytes = Buffer.allocUnsafe(Math.ceil((text.length * 3) / 4));
  let length = 0;
  for (let at = 0; at < text.length; at += piece) {
    length += bytes.write(text.toString('latin1', at, at + piece), length, encoding);
  }
  return bytes.subarray(0, length);
}

function first(keys: Key[]): Key {
  const [key] = keys;
  if (!key) throw new Error('no key');
  return key;
}

function associated(place: Place) {
  if (!isSealedPlace(place)) throw new Error(`${place.table}.${place.column} is no sealed column`);
  const { table, column, id } = place;
  return Buffer.from(`${table}.${column}.${id}`);
}

function checkOf(kind: string, { id, bytes }: Key) {
  const digest = createHmac('sha256', bytes).update(`xuanpai key ${kind} ${id}`).digest('hex');
  return digest.slice(0, 16);
}

function markOf(kind: string, key: Key) {
  return checkOf(kind, key).slice(0, 6);
}

function code(key: Key, text: string) {
  return `${key.id}:${createHmac('sha256', key.bytes).update(text).digest('hex')}`;
}
