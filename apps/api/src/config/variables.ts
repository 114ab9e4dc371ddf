import type { Text } from '@xuanpai/contracts/text';
import { plainDateSchema, roleSchema, roles } from '@xuanpai/contracts/values';
import { z } from 'zod';
import { parseKeys } from '../lib/keyring.ts';
import { isProxyList } from './proxy-list.ts';

export interface Variable {
  schema: z.ZodType;
  /** What a value has to be, to go on with "应填：" and "must be". */
  expects: Text;
  /** What it takes when it isn't set, in words for the table. */
  otherwise: string;
  about: string;
  /** Never printed; may come from a file named by `<NAME>_FILE`. */
  secret?: true;
}

const url = (protocol: RegExp) => z.url({ protocol });
const key = z.string().refine(isKeys);

/** Every setting that the application reads, in the order of the table in the manual. */
export const variables = {
  PORT: {
    schema: z.coerce.number().int().min(0).max(65_535),
    expects: { zh: '0 至 65535 的整数', en: 'an integer from 0 to 65535' },
    otherwise: '`3000`',
    about: '监听的端口。',
  },
  HOST: {
    schema: z.string().min(1),
    expects: { zh: '本机的一个地址', en: 'an address of this machine' },
    otherwise: '`127.0.0.1`',
    about: '监听的地址。只有本机或反向代理访问时不用改；直接给局域网用时设 `0.0.0.0`。',
  },
  PUBLIC_URL: {
    schema: url(/^https?$/),
    expects: {
      zh: '以 http:// 或 https:// 开头的网址',
      en: 'an address that begins with http:// or https://',
    },
    otherwise: '`http://localhost:端口`',
    about: '浏览器里看到的网址，只写到主机和端口。登录 Cookie 和来源核对以它为准。',
  },
  ALLOW_HTTP: {
    schema: z.enum(['0', '1']),
    expects: { zh: '0 或 1', en: '0 or 1' },
    otherwise: '`0`',
    about: '设 `1` 表示同意在 localhost 以外用不加密的 http，口令会明文经过网络。',
  },
  HSTS_SUBDOMAINS: {
    schema: z.enum(['0', '1']),
    expects: { zh: '0 或 1', en: '0 or 1' },
    otherwise: '`1`',
    about:
      '用 https 时，浏览器一年内只用 https 访问本系统的域名及其下级域名。下级域名另有只能用 http 的网站时设 `0`。',
  },
  TRUST_PROXY: {
    schema: z.string().refine(isProxyList),
    expects: {
      zh: '代理的地址，用逗号分开（如 10.0.0.5、10.0.0.0/24、loopback、uniquelocal）',
      en: 'addresses of proxies, separated by commas (10.0.0.5, 10.0.0.0/24, loopback, uniquelocal)',
    },
    otherwise: '不信任任何代理',
    about:
      '反向代理的地址。只有来自这些地址的请求，才相信它转告的客户端地址（登录限次按客户端地址计）。',
  },
  DATABASE_URL: {
    schema: url(/^postgres(ql)?$/),
    expects: {
      zh: 'postgresql://用户:口令@主机:端口/数据库',
      en: 'postgresql://user:password@host:port/database',
    },
    otherwise: '用内置的 PostgreSQL',
    about: '自己的 PostgreSQL。设了它，下面三个密钥都必须设。',
    secret: true,
  },
  MIGRATE_DATABASE_URL: {
    schema: url(/^postgres(ql)?$/),
    expects: {
      zh: 'postgresql://用户:口令@主机:端口/数据库',
      en: 'postgresql://user:password@host:port/database',
    },
    otherwise: '升级也用 `DATABASE_URL` 的账号',
    about:
      '同一个数据库的所有者账号，只在启动时升级、建表和恢复备份时用。设了它，`DATABASE_URL` 的账号只能读写数据（没有这个账号就自动建立），改不了表，也改不了已记下的操作日志。',
    secret: true,
  },
  JWT_SECRET: {
    schema: z.string().min(32),
    expects: { zh: '至少 32 个字符的随机值', en: 'a random value of 32 characters or more' },
    otherwise: '内置数据库时自动生成',
    about: '签发登录凭证。换掉它，所有人须重新登录。',
    secret: true,
  },
  DATA_KEYS: {
    schema: key,
    expects: {
      zh: '“编号:base64”，每个 32 字节，用逗号分开，第一个用来加密',
      en: 'id:base64 of 32 bytes each, separated by commas, the first encrypts',
    },
    otherwise: '内置数据库时自动生成',
    about: '加密身份证号等内容。旧密钥留在后面才读得出旧内容，更换办法见[密钥](keys.md)。',
    secret: true,
  },
  HMAC_KEYS: {
    schema: key,
    expects: {
      zh: '“编号:base64”，每个 32 字节，用逗号分开，第一个用来写',
      en: 'id:base64 of 32 bytes each, separated by commas, the first writes',
    },
    otherwise: '内置数据库时自动生成',
    about: '核对身份证号是否重复。更换办法同上。',
    secret: true,
  },
  METRICS_TOKEN: {
    schema: z.string().min(16),
    expects: { zh: '至少 16 个字符的随机值', en: 'a random value of 16 characters or more' },
    otherwise: '不提供监控数据',
    about: '监控系统取 `/api/metrics` 时出示的令牌，见[日志与监控](logs.md#监控)。',
    secret: true,
  },
  LOG_LEVEL: {
    schema: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']),
    expects: {
      zh: 'fatal、error、warn、info、debug、trace、silent 之一',
      en: 'one of fatal, error, warn, info, debug, trace, silent',
    },
    otherwise: '正式使用 `info`，演示 `warn`',
    about: '日志写到哪一级，见[日志](logs.md)。',
  },
  DATA_DIR: {
    schema: z.string().min(1),
    expects: { zh: '一个可写的文件夹', en: 'a folder that can be written to' },
    otherwise: '`./data`，root 启动时在 `/var/lib/xuanpai`',
    about:
      '附件，以及内置数据库的数据和密钥放在哪里。用自己的数据库时也要设：附件在这里，几个进程须共用。',
  },
  EVIDENCE_MB: {
    schema: z.coerce.number().int().min(1).max(200),
    expects: { zh: '1 至 200 的整数', en: 'an integer from 1 to 200' },
    otherwise: '`20`',
    about:
      '一个附件最大多少 MB。调大时，前面反向代理的上限也要调大（nginx 的 `client_max_body_size`）。',
  },
  READS_PER_MINUTE: {
    schema: z.coerce.number().int().min(60).max(10_000_000),
    expects: { zh: '60 至 10000000 的整数', en: 'an integer from 60 to 10000000' },
    otherwise: '`1800`',
    about:
      '一个人一分钟内最多查询多少次，超过的答复 429；没有登录的请求（登录页、健康检查）按客户端地址计。几个进程合起来计，每秒互通一次：每多一个进程，最多放宽一成。',
  },
  WRITES_PER_MINUTE: {
    schema: z.coerce.number().int().min(60).max(10_000_000),
    expects: { zh: '60 至 10000000 的整数', en: 'an integer from 60 to 10000000' },
    otherwise: '`600`',
    about: '一个人一分钟内最多保存、上传、办理多少次，计法同上。',
  },
  SECOND_FACTOR: {
    schema: z
      .string()
      .transform((text) => text.split(',').map((one) => one.trim()))
      .pipe(z.array(roleSchema)),
    expects: {
      zh: `角色，用逗号分开：${roles.join('、')}`,
      en: `roles, separated by commas: ${roles.join(', ')}`,
    },
    otherwise: '不要求',
    about:
      '哪些角色登录须另用动态码，见[动态码](second-factor.md)。没有设置的人，登录后先设置才能办事；别的人可以自己启用。',
  },
  SEED: {
    schema: z.enum(['demo', 'history', 'none']),
    expects: { zh: 'demo、history 或 none', en: 'demo, history or none' },
    otherwise: '内置数据库 `demo`，自己的数据库 `none`',
    about:
      '`demo`：装入示例区县；`history`：同一区县，到2017年1月，已有十九个月的考勤；`none`：空的，只有一位管理员。',
  },
  TODAY: {
    schema: plainDateSchema,
    expects: { zh: '形如 2015-04-24 的日期', en: 'a date such as 2015-04-24' },
    otherwise: '`2015-04-24`，`history` 为 `2017-01-10`',
    about: '演示把哪一天当作今天；正式使用时不能设。',
  },
  DEMO_PASSWORD: {
    schema: z.string().min(8),
    expects: { zh: '至少 8 个字符', en: '8 characters or more' },
    otherwise: '随机，留在 `DATA_DIR`',
    about: '演示账号的口令；正式使用时是首个管理员的初始口令。',
    secret: true,
  },
} satisfies Record<string, Variable>;

export type VariableName = keyof typeof variables;

/** The values that were given and are of the right form. */
export type Given = {
  -readonly [Name in VariableName]?: z.output<(typeof variables)[Name]['schema']>;
};

export const variableNames = Object.keys(variables) as VariableName[];

export function isSecret(name: VariableName): boolean {
  const variable: Variable = variables[name];
  return variable.secret === true;
}

/** The table of the manual, `docs/administration/configuration.md`. */
export function variableTable(): string {
  const rows = variableNames.map((name) => {
    const { expects, otherwise, about }: Variable = variables[name];
    const file = isSecret(name) ? `<br>\`${name}_FILE\`` : '';
    return `| \`${name}\`${file} | ${expects.zh} | ${otherwise} | ${about} |`;
  });
  return ['| 设置项 | 取值 | 不设时 | 说明 |', '|---|---|---|---|', ...rows].join('\n');
}

function isKeys(text: string) {
  try {
    return parseKeys(text).length > 0;
  } catch {
    return false;
  }
}
