import type { Basis } from '@xuanpai/contracts/problems';
import type { Dictionary } from '../locales/zh-cn.ts';

/** 通知二（三）, or the title of the national rule; a reading says that it is one. */
export function basisText({ kind, source }: Basis, text: Dictionary['problems']): string {
  switch (kind) {
    case 'notice':
      return text.clause(source);
    case 'national':
      return source;
    case 'reading':
    case 'local':
      return text.basisIn(source, text.basisKinds[kind]);
  }
}
