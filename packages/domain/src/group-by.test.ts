import { describe, expect, it } from 'vitest';
import { groupBy } from './group-by.ts';

const posts = [
  { village: '东湖村', cadre: '王晓东' },
  { village: '西山村', cadre: '李广文' },
  { village: '东湖村', cadre: '宋玉兰' },
];

describe('groups of rows', () => {
  it('stand in the order of their first row, the rows in their own', () => {
    const groups = groupBy(posts, ({ village }) => village);
    expect([...groups]).toEqual([
      ['东湖村', [posts[0], posts[2]]],
      ['西山村', [posts[1]]],
    ]);
  });

  it('hold what is asked of each row', () => {
    const cadres = groupBy(
      posts,
      ({ village }) => village,
      ({ cadre }) => cadre,
    );
    expect([...cadres]).toEqual([
      ['东湖村', ['王晓东', '宋玉兰']],
      ['西山村', ['李广文']],
    ]);
  });
});
