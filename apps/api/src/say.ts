import type { Environment } from './config/environment.ts';
import { demoAccounts } from './modules/auth/demo-accounts.ts';
import type { FirstAdmin } from './seed/first-user.ts';

/** A plain line for the person at the terminal. */
export function say(line: string) {
  console.log(line);
}

interface Facts {
  dataDir: string | null;
  demoPassword: string | null;
  firstAdmin: FirstAdmin | null;
}

/** What the person at the terminal needs to begin. */
export function announce(environment: Environment, { dataDir, demoPassword, firstAdmin }: Facts) {
  say('');
  say(`选派已启动 / ready: http://localhost:${environment.port}`);
  if (dataDir) say(`数据在 / data: ${dataDir}`);
  if (environment.publicUrl.startsWith('http:') && !environment.publicUrl.includes('//localhost')) {
    say('经 http 连接，口令在网络上不加密 / plain http: passwords travel unencrypted');
  }
  if (environment.demo) {
    say(`演示账号（口令都是 ${demoPassword}）/ demo accounts, one password: ${demoPassword}`);
    for (const { username, name, township, unit } of demoAccounts) {
      say(`  ${username.padEnd(11)}${name}${township || unit ? `  ${township ?? unit}` : ''}`);
    }
  }
  for (const warning of environment.warnings) say(`提醒 / note: ${warning}`);
  if (firstAdmin) {
    say(`首个管理员 / first administrator: ${firstAdmin.username}  ${firstAdmin.password}`);
    say(
      '首次登录须修改口令，此口令只显示这一次 / to be changed at the first sign-in, shown this once',
    );
  }
  say('Ctrl-C 停止 / to stop');
}
