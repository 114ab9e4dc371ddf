import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';

interface Credentials {
  username: string;
  password: string;
}

/** The batch of the notice of 2015-04-24. */
const batch = {
  name: '第二批',
  date: '2015-04-24',
  startsOn: '2015-06-01',
  endsOn: '2017-05-31',
};

const workbooks = [
  { kind: 'regions', file: 'regions.csv' },
  { kind: 'villages', file: 'village-register.xlsx' },
  { kind: 'units', file: 'unit-register.xlsx' },
  { kind: 'cadres', file: 'district-nominees.xlsx' },
  { kind: 'cadres', file: 'township-nominees.xlsx' },
] as const;

/** Makes the batch and imports the office's workbooks by the API's own calls. Throws when one is refused. */
export async function loadSampleDistrict(
  app: FastifyInstance,
  credentials: Credentials,
  folder: string,
) {
  const { accessToken } = await call<{ accessToken: string }>(app, '/api/auth/login', credentials);
  const headers = { authorization: `Bearer ${accessToken}` };
  const { items } = await get<{ items: { id: string }[] }>(app, '/api/batches', headers);
  const batchId =
    items[0]?.id ?? (await call<{ id: string }>(app, '/api/batches', batch, headers)).id;
  for (const { kind, file } of workbooks) {
    const form = multipart({ kind, batchId }, file, await readFile(join(folder, file)));
    const preview = await send<{ id: string; problems: unknown[] }>(
      app,
      '/api/imports',
      {
        ...headers,
        'content-type': form.type,
      },
      form.body,
    );
    await call(app, `/api/imports/${preview.id}/commit`, {}, headers);
  }
}

async function get<Reply>(app: FastifyInstance, url: string, headers: Record<string, string>) {
  return checked<Reply>(url, await app.inject({ method: 'GET', url, headers }));
}

function call<Reply>(
  app: FastifyInstance,
  url: string,
  body: object,
  headers: Record<string, string> = {},
) {
  return send<Reply>(
    app,
    url,
    { ...headers, 'content-type': 'application/json' },
    JSON.stringify(body),
  );
}

async function send<Reply>(
  app: FastifyInstance,
  url: string,
  headers: Record<string, string>,
  payload: string | Buffer,
) {
  return checked<Reply>(url, await app.inject({ method: 'POST', url, headers, payload }));
}

function checked<Reply>(url: string, reply: { statusCode: number; body: string }): Reply {
  if (reply.statusCode >= 300)
    throw new Error(`${url}: ${reply.statusCode} ${reply.body.slice(0, 2000)}`);
  return JSON.parse(reply.body) as Reply;
}

/** A multipart body with some fields and one file. */
export function multipart(fields: Record<string, string>, filename: string, bytes: Uint8Array) {
  const boundary = '----xuanpai-7f3a9c';
  const parts = Object.entries(fields).map(
    ([name, value]) =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${filename}"\r\nContent-Type: application/octet-stream\r\n\r\n`;
  return {
    type: `multipart/form-data; boundary=${boundary}`,
    body: Buffer.concat([
      Buffer.from(parts.join('') + head),
      bytes,
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]),
  };
}
