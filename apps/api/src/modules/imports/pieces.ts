import type { Database } from '@xuanpai/database/client';
import type { Tx } from '@xuanpai/database/transaction';
import { v7 as uuid } from 'uuid';
import type { Keyring } from '../../lib/keyring.ts';
import { rows, sql } from '../../lib/sql.ts';
import { openFile, openPiece, sealPiece } from './staging.ts';

type Pool = Pick<Database, 'pool'>;

/** Bytes of a piece. Of a file in flight one is in memory, and what the network brought meanwhile. */
const pieceSize = 1024 * 1024;

/** Bytes of a ciphertext of before pieces that are read at a time. */
const slice = 4 * 1024 * 1024;

/** A file whose pieces are kept, and which belongs to no import yet. */
export interface KeptFile {
  /** The import's own, once there is one. */
  id: string;
  /** Bytes. */
  size: number;
}

/**
 * Keeps a file as it arrives, sealed, piece by piece. `look` sees each piece before it is kept, and may
 * throw; then, as when the source breaks off, nothing is kept. The rest of a file that is refused is let
 * pass: who sends it hears the answer only then.
 */
export async function keepPieces(
  { db, keys }: { db: Pool; keys: Keyring },
  source: AsyncIterable<Uint8Array>,
  look: (piece: Uint8Array) => void,
): Promise<KeptFile> {
  const file: KeptFile = { id: uuid(), size: 0 };
  let refusal: { error: unknown } | null = null;
  return orForgotten({ db }, file, async () => {
    for await (const [piece, bytes] of inPieces(source)) {
      refusal ??= thrownBy(() => look(bytes));
      if (refusal) continue;
      const sealed = await sealPiece(keys, file.id, piece, bytes);
      await rows(
        db.pool,
        sql`INSERT INTO import_piece (file_id, piece, data)
          VALUES (${file.id}::uuid, ${piece}, ${sealed})`,
      );
      file.size += bytes.length;
    }
    if (refusal) throw refusal.error;
    return file;
  });
}

/** Does what makes an import of a file. Where it throws, the file's pieces go. */
export async function orForgotten<Result>(
  { db }: { db: Pool },
  file: KeptFile,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    await forgetPieces(db, file);
    throw error;
  }
}

/** Those that belong to no import. Where the database is away, the next sweep takes them. */
export async function forgetPieces({ pool }: Pool, { id }: KeptFile): Promise<void> {
  await rows(
    pool,
    sql`DELETE FROM import_piece WHERE file_id = ${id}::uuid AND import_id IS NULL`,
  ).catch(() => {});
}

function thrownBy(work: () => void): { error: unknown } | null {
  try {
    work();
    return null;
  } catch (error) {
    return { error };
  }
}

/** Regroups what a stream brings; the buffer is used again for the next piece. */
async function* inPieces(
  source: AsyncIterable<Uint8Array>,
): AsyncGenerator<[piece: number, bytes: Uint8Array]> {
  const buffer = Buffer.allocUnsafeSlow(pieceSize);
  let piece = 0;
  let filled = 0;
  for await (const chunk of source) {
    for (let from = 0; from < chunk.length; ) {
      const taken = chunk.subarray(from, from + pieceSize - filled);
      buffer.set(taken, filled);
      filled += taken.length;
      from += taken.length;
      if (filled < pieceSize) continue;
      yield [piece, buffer];
      piece += 1;
      filled = 0;
    }
  }
  if (filled > 0) yield [piece, buffer.subarray(0, filled)];
}

/** The file of an import as it was uploaded; null once it is swept. */
export async function fileOf(
  db: Pick<Tx, '$queryRaw'>,
  keys: Keyring,
  { id, fileSize }: { id: string; fileSize: number },
): Promise<Buffer | null> {
  // No part of Node's pool: it can be handed over to another thread.
  const bytes = Buffer.allocUnsafeSlow(fileSize);
  let length = 0;
  for (let piece = 0; length < fileSize; piece += 1) {
    const [kept] = await db.$queryRaw<{ data: Uint8Array }[]>`
      SELECT data FROM import_piece WHERE import_id = ${id}::uuid AND piece = ${piece}`;
    if (!kept) return piece === 0 ? fileOfBefore(db, keys, id) : null;
    length += openPiece(keys, id, piece, kept.data).copy(bytes, length);
  }
  return bytes;
}

/** Of an import of before pieces. */
async function fileOfBefore(
  db: Pick<Tx, '$queryRaw'>,
  keys: Keyring,
  id: string,
): Promise<Buffer | null> {
  const [kept] = await db.$queryRaw<{ bytes: number | null }[]>`
    SELECT octet_length(file_cipher) AS bytes FROM import WHERE id = ${id}::uuid`;
  if (!kept?.bytes) return null;
  const sealed = Buffer.allocUnsafe(kept.bytes);
  for (let at = 0; at < kept.bytes; at += slice) {
    const [part] = await db.$queryRaw<{ bytes: Uint8Array }[]>`
      SELECT substring(file_cipher FROM ${at + 1}::int FOR ${slice}::int) AS bytes
      FROM import WHERE id = ${id}::uuid`;
    // Swept meanwhile: only a reader who doesn't hold the import can see that.
    if (!part?.bytes) return null;
    sealed.set(part.bytes, at);
  }
  return openFile(keys, id, sealed);
}
