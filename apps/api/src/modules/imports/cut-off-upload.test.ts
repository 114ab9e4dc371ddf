import { once } from 'node:events';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SmallDistrict, startSmallDistrict } from '../../testing-registers.ts';
import { signIn } from '../../testing-sign-in.ts';
import { nominee, uploadNominees } from './testing-sheets.ts';

let district: SmallDistrict;
let port: number;
let token: string;
beforeAll(async () => {
  district = await startSmallDistrict();
  const { app } = district.office;
  await app.listen({ port: 0, host: '127.0.0.1' });
  port = (app.server.address() as AddressInfo).port;
  token = (await signIn(district.office, 'planner')).body.accessToken;
});
afterAll(() => district.office.close());

const total = 5 * 1024 * 1024;

/** Sends a part of an upload that is announced as 5 MB, and hangs up. */
async function cutOff(sent: number): Promise<void> {
  const head = [
    'POST /api/imports HTTP/1.1',
    'Host: 127.0.0.1',
    `Authorization: Bearer ${token}`,
    'Content-Type: multipart/form-data; boundary=b',
    `Content-Length: ${total}`,
    '',
    '--b\r\nContent-Disposition: form-data; name="kind"\r\n\r\ncadres\r\n--b',
    'Content-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n',
  ].join('\r\n');
  const { server } = district.office.app;
  const arrived = once(server, 'connection');
  const socket = connect(port, '127.0.0.1');
  const [connection] = (await arrived) as [Socket];
  const closed = new Promise((done) => connection.once('close', done));
  await new Promise((done) => socket.write(head + '王,'.repeat(sent), done));
  while (connection.bytesRead < Buffer.byteLength(head)) await wait(5);
  socket.destroy();
  await closed;
}

describe('an upload that is cut off', () => {
  it.each([0, 10, 100_000, 1_000_000])('leaves nothing after %i cells', async (cells) => {
    await cutOff(cells);
    const { prisma } = district.office.db;
    expect(await prisma.import.count()).toBe(0);
    expect(await prisma.importPiece.count()).toBe(0);
    expect(await prisma.importRow.count()).toBe(0);
    expect(await prisma.importRun.count()).toBe(0);
  });

  it('takes nobody’s place: uploads go on after any number of them', async () => {
    for (let times = 0; times < 6; times += 1) await cutOff(1_000);
    expect((await uploadNominees(district, nominee())).status).toBe(201);
  });
});
