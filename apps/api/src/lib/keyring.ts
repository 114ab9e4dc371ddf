import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  type DecipherGCM,
  randomBytes,
} from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { isSealedPlace } from './sealed/columns.ts';

/** Of GCM, in bytes; it stands after the ciphertext. */
const tagBytes = 16;

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
    const head = `v1.${key.id}.${nonce.toString('base64url')}.`;
    const body = 4 * Math.ceil(bytes.length / 3) + tagBytes;
    const file = Buffer.allocUnsafe(head.length + Math.ceil((body * 4) / 3));
    let written = file.write(head, 'latin1');
    const write = (sealed: Buffer) => {
      written += file.write(sealed.toString('base64url'), written, 'latin1');
    };
    let at = 0;
    for (; at + pieceOfFile < bytes.length; at += pieceOfFile) {
      const piece = Buffer.from(bytes.subarray(at, at + pieceOfFile)).toString('base64');
      write(cipher.update(piece, 'utf8'));
      await nextTurn();
    }
    const rest = cipher.update(Buffer.from(bytes.subarray(at)).toString('base64'), 'utf8');
    write(Buffer.concat([rest, cipher.final(), cipher.getAuthTag()]));
    return file;
  }

  /** A piece after the other: whole, the two texts between would take twice the file's memory. */
  openBytes(sealed: Uint8Array, place: Place): Buffer {
    const file = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
    const [version, keyId, nonce] = file.toString('latin1', 0, longestHead).split('.', 3);
    if (version !== 'v1' || !keyId || !nonce) throw new Error('unreadable ciphertext');
    const body = file.subarray(`v1.${keyId}.${nonce}.`.length);
    const tagAt = Math.floor((body.length * 3) / 4) - tagBytes;
    const decipher = this.#decipher(keyId, nonce, place);
    decipher.setAuthTag(tagOf(body));
    // No part of Node's pool: it can be handed over to another thread.
    const bytes = Buffer.allocUnsafeSlow(Math.ceil((tagAt * 3) / 4));
    let length = 0;
    const piece = 4 * 300_000;
    for (let at = 0; at < body.length; at += piece) {
      const part = Buffer.from(body.toString('latin1', at, at + piece), 'base64url');
      const sealedPart = part.subarray(0, Math.max(0, tagAt - (at / 4) * 3));
      length += bytes.write(decipher.update(sealedPart).toString('latin1'), length, 'base64');
    }
    decipher.final();
    return bytes.subarray(0, length);
  }

  #opened(keyId: string | undefined, nonce: string, body: Buffer, place: Place): Buffer {
    const decipher = this.#decipher(keyId, nonce, place);
    decipher.setAuthTag(body.subarray(-tagBytes));
    return Buffer.concat([decipher.update(body.subarray(0, -tagBytes)), decipher.final()]);
  }

  #decipher(keyId: string | undefined, nonce: string, place: Place): DecipherGCM {
    const key = this.#data.find(({ id }) => id === keyId);
    if (!key) throw new Error('unreadable ciphertext');
    const decipher = createDecipheriv('aes-256-gcm', key.bytes, Buffer.from(nonce, 'base64url'));
    decipher.setAAD(associated(place));
    return decipher;
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

/** The last bytes of a text in base64url, whose groups of four characters are three bytes each. */
function tagOf(body: Buffer): Buffer {
  const from = Math.max(0, 4 * Math.floor((body.length - 2 * tagBytes) / 4));
  return Buffer.from(body.toString('latin1', from), 'base64url').subarray(-tagBytes);
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
