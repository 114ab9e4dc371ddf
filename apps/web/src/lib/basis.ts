import type { Basis } from '@xuanpai/contracts/problems';
import type { Dictionary } from '../locales/zh-cn.ts';

/** 通知二（三）, the title of a national rule, 按本办理解; a local rule says that it is one. */
export function basisText({ kind, source }: Basis, text: Dictionary['problems']): string {
  switch (kind) {
    case 'notice':
      return text.clause(source);
    case 'national':
    case 'reading':
      return source;
    case 'local':
      return text.basisIn(source, text.basisKinds[kind]);
  }
}
