import { describe, expect, it } from 'vitest';
import { searchKeyOf, sortKeyOf } from './search-key.ts';

const sorted = (names: string[]) =>
  [...names].sort((a, b) => (sortKeyOf(a) < sortKeyOf(b) ? -1 : 1));

describe('the order of names', () => {
  it('takes surnames as they are spoken', () => {
    expect(sorted(['查云', '解放', '单雄', '仇海', '区乙'])).toEqual([
      '区乙',
      '仇海',
      '单雄',
      '解放',
      '查云',
    ]);
  });

  it('keeps surnames of one sound apart', () => {
    expect(sorted(['余伟', '于伟', '余安', '于安'])).toEqual(['于安', '于伟', '余安', '余伟']);
  });

  it('puts ü between lu and luan', () => {
    expect(sorted(['罗平', '吕平', '栾平', '卢平'])).toEqual(['卢平', '吕平', '栾平', '罗平']);
  });

  it('goes by tone within a sound, and a short name before a longer one', () => {
    expect(sorted(['李伟', '李薇', '李'])).toEqual(['李', '李薇', '李伟']);
  });
});

describe('what a row is found by', () => {
  it('is the name, its pinyin, its initials and what else it is known by', () => {
    expect(searchKeyOf('查云', 'person', ['党政办 主任'])).toBe('查云 zhayun zy 党政办主任');
    expect(searchKeyOf('大尤家村', 'place', ['371312108267'])).toBe(
      '大尤家村 dayoujiacun dyjc 371312108267',
    );
  });

  it('reads a place both ways, a person as the surname is spoken', () => {
    expect(searchKeyOf('单家庄', 'place')).toBe('单家庄 danjiazhuang djz shanjiazhuang sjz');
    expect(searchKeyOf('单雄', 'person')).toBe('单雄 shanxiong sx');
  });

  it('takes ü as keyboards type it', () => {
    expect(searchKeyOf('吕平', 'person')).toContain('lvping');
  });
});
