import type { FastifyRequest } from 'fastify';
import type { Deps } from '../../lib/deps.ts';
import { demoAccounts } from './demo-accounts.ts';

const scopes: Partial<Record<string, string>> = {
  evaluator: '指派的村',
  admin: '账号',
  auditor: '审计日志',
};

/** What the sign-in page says before anybody has signed in. */
export function presentAbout({ settings, today }: Deps, request: FastifyRequest) {
  return {
    version: settings.version,
    today: today(),
    demo: settings.demo,
    plainHttpHost: settings.publicUrl.startsWith('http:') ? request.hostname : null,
    demoAccounts: settings.demo
      ? demoAccounts.map(({ username, name, role, township, unit }) => ({
          username,
          name,
          role,
          scope: township ?? unit ?? scopes[role] ?? '全区',
        }))
      : [],
  };
}
