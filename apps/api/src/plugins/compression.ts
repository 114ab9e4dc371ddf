import { constants } from 'node:zlib';
import fastifyCompress from '@fastify/compress';
import type { FastifyInstance } from 'fastify';

/** Bytes below which packing costs more than it saves. */
const worthPacking = 1024;

/**
 * Lists go packed over an office's line, a third to an eighth of their size, when the browser says that
 * it unpacks. Built files are packed already, workbooks and pictures by their nature; routes whose reply
 * holds a secret switch it off (`compress: false`), since a packed secret tells of itself by its length.
 */
export async function registerCompression(app: FastifyInstance) {
  await app.register(fastifyCompress, {
    threshold: worthPacking,
    encodings: ['br', 'gzip'],
    customTypes: /^application\/(problem\+)?json(;|$)/,
    zlibOptions: { level: 4 },
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
  });
}
