import { chromium, expect, type Page, test } from '@playwright/test';
import { makeBundle, Office } from '../lib/bundle.ts';
import { signInFirst } from '../lib/set-up.ts';
import { freePort } from '../lib/system.ts';
import { type Server, serverWithoutNetwork } from '../lib/without-network.ts';
import { launchOptions } from '../playwright.config.ts';

test.describe.configure({ mode: 'serial' });
test.setTimeout(900_000);

const password = 'demo-pass-word-1';
const demo = `SEED=demo DEMO_PASSWORD=${password}`;

let server: Server;
let office: Office;
let port: number;
test.beforeAll(async () => {
  test.setTimeout(900_000);
  const archive = makeBundle();
  server = await serverWithoutNetwork();
  office = new Office(server);
  port = await freePort();
  await office.carry(archive);
  await office.install(port);
});
test.afterAll(async () => {
  await office.stop();
  server.close();
});

/** Chromium on the machine that the system runs on. */
async function onServer(look: (page: Page) => Promise<void>) {
  const browser = await chromium.launch({ ...launchOptions, executablePath: server.chromium });
  try {
    const page = await browser.newPage({ baseURL: `http://localhost:${port}`, locale: 'zh-CN' });
    await look(page);
  } finally {
    await browser.close();
  }
}

async function seesCadres(page: Page) {
  await page.goto('/');
  await page.getByLabel('用户名').fill('planner');
  await page.getByLabel('口令', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await expect(page.getByRole('navigation', { name: '主导航' })).toBeVisible();
  await page.goto('/cadres');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('255');
}

test('the archive is all that a server without a network needs', async () => {
  const how = server.cut ? 'cut off' : 'NOT cut off: this machine does not allow it';
  console.log(`the network was ${how}`);
  if (server.cut) expect(server.devices).toEqual(['lo']);
  const said = await office.start();
  const [, first = ''] = /first administrator: admin {2}(\S+)/.exec(said) ?? [];
  await onServer(async (page) => {
    expect((await page.goto('/api/health/ready'))?.status()).toBe(200);
    await signInFirst(page, 'admin', first, 'the-office-own-1');
    await page.goto('/users');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });
  await office.stop();
});

test('a backup in use, restored into an empty folder, is the same system', async () => {
  await office.start(demo);
  expect((await office.xuanpai('backup --to ~/backups', demo)).output).toContain('口令');
  await office.sh(
    'umask 077; echo "山高水长 河东区 2015 年的备份" >~/xuanpai/etc/backup-passphrase',
  );
  const made = await office.xuanpai('backup --to ~/backups --keep 3', demo);
  expect(made.output).toContain('已备份');
  const [, rows] = /, (\d+) 行 rows/.exec(made.output) ?? [];
  expect(Number(rows)).toBeGreaterThan(1000);
  expect((await office.xuanpai('backup --check ~/backups/*.age')).output).toContain('备份完好');
  await office.stop();

  const second = `${demo} DATA_DIR=~/second`;
  const keyless = await office.xuanpai('restore ~/backups/*.age', second);
  expect(keyless).toMatchObject({ code: 1, output: expect.stringContaining('DATA_KEYS 缺少 k1') });
  await office.sh('mkdir -p ~/second/demo && cp ~/xuanpai/data/demo/secrets.json ~/second/demo/');
  const wrong = await office.xuanpai(
    'restore ~/backups/*.age',
    `${second} BACKUP_PASSPHRASE=not-the-words-1`,
  );
  expect(wrong).toMatchObject({ code: 1, output: expect.stringContaining('口令') });
  await office.sh('head -c 20000 ~/backups/*.age >~/cut.age');
  const cut = await office.xuanpai('restore ~/cut.age', second);
  expect(cut).toMatchObject({ code: 1, output: expect.stringContaining('不完整或已损坏') });
  const restored = await office.xuanpai('restore ~/backups/*.age', second);
  expect(restored).toMatchObject({ code: 0, output: expect.stringContaining(`${rows} 行 rows`) });
  const again = await office.xuanpai('restore ~/backups/*.age', second);
  expect(again).toMatchObject({ code: 1, output: expect.stringContaining('--replace') });

  await office.start(second);
  await onServer(seesCadres);
  await office.stop();
});

test('keys are changed with the system in use, and the log stays whole', async () => {
  const before = await office.xuanpai('audit-check', demo);
  const [, noted = ''] = /elsewhere: (\S+)/.exec(before.output) ?? [];
  await office.start(demo);
  expect((await office.xuanpai('rekey --new-keys', demo)).code).toBe(0);
  const tooEarly = await office.xuanpai('rekey', demo);
  expect(tooEarly).toMatchObject({ code: 1, output: expect.stringContaining('还不认识新密钥') });
  await office.stop();
  await office.start(demo);
  const renewed = await office.xuanpai('rekey', demo);
  expect(renewed).toMatchObject({ code: 0, output: expect.stringContaining('全部内容已改用') });
  expect((await office.xuanpai('rekey --drop-unused', demo)).code).toBe(0);
  await office.stop();
  const { dataKeys, hmacKeys } = JSON.parse(office.read('xuanpai/data/demo/secrets.json'));
  expect([dataKeys, hmacKeys].map((list: string) => list.replace(/:.*/, ''))).toEqual(['k2', 'h2']);
  await office.start(demo);
  await onServer(seesCadres);
  const after = await office.xuanpai(`audit-check --expect ${noted}`, demo);
  expect(after).toMatchObject({ code: 0, output: expect.stringContaining('is the one noted') });
  await office.stop();
});

test('an upgrade that fails is taken back, one that is taken back needs the backup', async () => {
  const failing = await office.nextVersion('1.0.91', '29990101000000_fails', 'SELECT 1/0;');
  await office.install(port, failing);
  expect(await office.start(demo)).toMatch(/升级没有完成[\s\S]*29990101000000_fails/);
  await office.sh('ln -sfn ~/xuanpai/1.0.0 ~/xuanpai/current');
  expect(await office.start(demo)).toContain('已启动');
  const before = await office.xuanpai('backup --to ~/before', demo);
  expect(before.code).toBe(0);
  await office.stop();

  const good = await office.nextVersion('1.0.92', '29990102000000_good', 'CREATE TABLE later ();');
  await office.install(port, good);
  expect(await office.start(demo)).toContain('migrations applied: 1');
  await office.stop();
  await office.sh('ln -sfn ~/xuanpai/1.0.0 ~/xuanpai/current');
  expect(await office.start(demo)).toContain('数据库比本程序新');
  const back = await office.xuanpai('restore ~/before/*.age --replace --yes', demo);
  expect(back).toMatchObject({ code: 0, output: expect.stringContaining('已恢复') });
  expect(await office.start(demo)).toContain('已启动');
  await onServer(seesCadres);
});
