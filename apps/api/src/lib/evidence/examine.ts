import { open, readFile } from 'node:fs/promises';
import { type EvidenceType, isPicture } from '@xuanpai/contracts/evidence';
import { typeByName } from '@xuanpai/domain/evidence/file-name';
import { fileTypeFromBuffer } from 'file-type';
import { evidenceRefused } from './evidence-refused.ts';
import { checkPackage } from './office-package.ts';
import { readPicture } from './pictures.ts';
import type { FileStore, Received } from './store.ts';
import { strippedJpeg } from './strip-jpeg.ts';
import { strippedPng } from './strip-png.ts';

export interface Examined {
  /** What is to be kept: of a picture without what the camera wrote beside it. */
  file: Received;
  type: EvidenceType;
  width: number | null;
  height: number | null;
  /** JPEG; null unless it is a picture. */
  thumbnail: Buffer | null;
}

/** Bytes in which the kind of a file shows. */
const sample = 4100;

/**
 * Whether a file is what its name says and can be opened. Throws `evidenceRefused`; what was received is
 * the caller's to forget.
 */
export async function examine(
  store: FileStore,
  received: Received,
  name: string,
): Promise<Examined> {
  const head = await part(received.path, 0, sample);
  const type = await typeOf(head, received, name);
  if (isPicture(type)) return examinePicture(store, received, type);
  if (type === 'pdf') await checkPdf(received);
  else await checkPackage(received.path, type as 'docx' | 'xlsx');
  return { file: received, type, width: null, height: null, thumbnail: null };
}

async function typeOf(head: Buffer, { size }: Received, name: string): Promise<EvidenceType> {
  if (size === 0) throw evidenceRefused('empty');
  const found = await fileTypeFromBuffer(head).catch(() => undefined);
  // By content first: telephones rename what they send.
  if (/^image\/hei[cf]/.test(found?.mime ?? '') || /\.hei[cf]$/i.test(name)) {
    throw evidenceRefused('heic');
  }
  const named = typeByName(name);
  if (named === null) throw evidenceRefused('type');
  const packed = head.subarray(0, 4).equals(Buffer.from('PK\x03\x04', 'latin1'));
  if (named === 'docx' || named === 'xlsx') {
    // A document with a password is an old compound file inside.
    if (found?.mime === 'application/x-cfb') throw evidenceRefused('encrypted');
    if (!packed) throw evidenceRefused('content');
    return named;
  }
  const mime = { pdf: 'application/pdf', jpeg: 'image/jpeg', png: 'image/png' }[named];
  if (found?.mime !== mime) throw evidenceRefused('content');
  return named;
}

async function examinePicture(
  store: FileStore,
  received: Received,
  type: 'jpeg' | 'png',
): Promise<Examined> {
  const bytes = await readFile(received.path);
  const { width, height, orientation, thumbnail } = await readPicture(bytes);
  const stripped = strip(bytes, type, orientation);
  const file = await store.receiveBytes(stripped);
  await store.forget(received);
  return { file, type, width, height, thumbnail };
}

function strip(bytes: Buffer, type: 'jpeg' | 'png', orientation: number): Buffer {
  try {
    return type === 'jpeg' ? strippedJpeg(bytes, orientation) : strippedPng(bytes);
  } catch {
    throw evidenceRefused('damaged');
  }
}

/** Bytes at the end of a PDF in which its last line stands; some scanners write more behind it. */
const tail = 65_536;

async function checkPdf({ path, size }: Received): Promise<void> {
  const end = await part(path, Math.max(0, size - tail), tail);
  if (!end.includes('%%EOF') && !end.includes('startxref')) throw evidenceRefused('damaged');
}

async function part(path: string, position: number, length: number): Promise<Buffer> {
  const handle = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
