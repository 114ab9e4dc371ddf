import { isLocal } from '../lib/local-host.ts';
import type { Fault } from './fault.ts';
import type { Given } from './variables.ts';
import { weakSecrets } from './weak-secrets.ts';

/** Settings that are right one by one and don't go together. */
export function contradictions(given: Given, production: boolean): Fault[] {
  return [
    ...ofTheDatabase(given),
    ...ofTheAddress(given, production),
    ...(production ? weakSecrets(given) : []),
  ];
}

const together = ['JWT_SECRET', 'DATA_KEYS', 'HMAC_KEYS'] as const;

function ofTheDatabase(given: Given): Fault[] {
  const faults: Fault[] = [];
  const own = given.DATABASE_URL !== undefined;
  const missing = together.filter((name) => given[name] === undefined);
  if (own || missing.length < together.length) {
    for (const name of missing) {
      faults.push({
        name,
        zh: `${own ? '用自己的数据库时必须设' : '三个密钥要么都设，要么都不设'}（也可设 ${name}_FILE）`,
        en: `${own ? 'required with a database of your own' : 'set all three secrets or none'} (${name}_FILE will do)`,
      });
    }
  }
  if (own) {
    if (given.SEED !== undefined && given.SEED !== 'none') {
      faults.push({
        name: 'SEED',
        zh: '示例区县只装入内置数据库，请去掉它',
        en: 'the sample district goes into the embedded database only, leave it out',
      });
    }
  }
  faults.push(...ofTheOwner(given));
  if (given.TODAY !== undefined && (given.DATABASE_URL !== undefined || given.SEED === 'none')) {
    faults.push({
      name: 'TODAY',
      zh: '只用于演示，请去掉它',
      en: 'for the demo only, leave it out',
    });
  }
  return faults;
}

/** Two accounts of one database. */
function ofTheOwner({ DATABASE_URL, MIGRATE_DATABASE_URL }: Given): Fault[] {
  if (MIGRATE_DATABASE_URL === undefined) return [];
  const name = 'MIGRATE_DATABASE_URL';
  if (DATABASE_URL === undefined) {
    return [
      {
        name,
        zh: '只和 DATABASE_URL 一起用，请去掉它',
        en: 'goes with DATABASE_URL only, leave it out',
      },
    ];
  }
  const [used, owned] = [new URL(DATABASE_URL), new URL(MIGRATE_DATABASE_URL)];
  if (used.host === owned.host && used.pathname === owned.pathname) return [];
  return [
    {
      name,
      zh: '应和 DATABASE_URL 是同一个数据库，只是账号不同',
      en: 'must be the database of DATABASE_URL, by another account',
    },
  ];
}

function ofTheAddress(
  { PUBLIC_URL, ALLOW_HTTP, TRUST_PROXY }: Given,
  production: boolean,
): Fault[] {
  if (PUBLIC_URL === undefined) return [];
  const faults: Fault[] = [];
  const { protocol, hostname, pathname, search, hash, username } = new URL(PUBLIC_URL);
  if (pathname !== '/' || search !== '' || hash !== '' || username !== '') {
    faults.push({
      name: 'PUBLIC_URL',
      zh: '只写到主机和端口，后面不带路径',
      en: 'ends after host and port, without a path',
    });
  }
  if (protocol === 'http:' && !isLocal(hostname) && ALLOW_HTTP !== '1') {
    faults.push({
      name: 'PUBLIC_URL',
      zh: 'http 只限 localhost；请改用 https，或设 ALLOW_HTTP=1 表示同意口令明文经过网络',
      en: 'http is for localhost only; use https, or set ALLOW_HTTP=1 to agree that passwords travel unencrypted',
    });
  }
  if (production && protocol === 'https:' && TRUST_PROXY === undefined) {
    faults.push({
      name: 'TRUST_PROXY',
      zh: 'PUBLIC_URL 是 https，前面必有反向代理：请设代理的地址（在本机时设 loopback），否则所有人看起来来自同一个地址，一人输错口令会挡住所有人',
      en: 'PUBLIC_URL is https, so there is a proxy in front: set its address (loopback when on this machine), or everybody seems to come from one address and one wrong password shuts out all',
    });
  }
  return faults;
}
