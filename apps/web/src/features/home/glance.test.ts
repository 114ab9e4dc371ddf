import { expect, test } from 'vitest';
import { zh } from '../../locales/zh-cn.ts';
import { roundToTell, sumMonth, sumTargets } from './glance.ts';

const counts = { reached: 3, onCourse: 2, behind: 1, notReported: 0, notDue: 4 };

test('targets of all townships in a line; what is missing is told only where something is', () => {
  const known = sumTargets([{ counts }, { counts: { ...counts, reached: 0, notReported: 2 } }]);
  expect(known).toEqual({ of: 19, reached: 3, behind: 2, notReported: 2 });
  const { targetsOf } = zh.home.glance;
  expect(targetsOf(3, 19, 2, 2)).toBe('3/19项已完成（16%），滞后2项，未报送2项');
  expect(targetsOf(3, 17, 2, 0)).toBe('3/17项已完成（18%），滞后2项');
  expect(sumTargets([]).of).toBe(0);
});

test('a month counts sheets that are open, not those of townships without anybody', () => {
  const sheet = (cadres: number, enough: number, status: 'confirmed' | 'draft' | 'submitted') => ({
    ...{ cadres, enough, status },
  });
  const sheets = [sheet(20, 18, 'confirmed'), sheet(5, 2, 'submitted'), sheet(0, 0, 'draft')];
  expect(sumMonth(sheets)).toEqual({ cadres: 25, enough: 20, open: 1 });
});

test('the round under way is told, else the latest', () => {
  const closed = { status: 'closed' as const };
  const open = { status: 'open' as const };
  expect(roundToTell([closed, open])).toBe(open);
  expect(roundToTell([closed])).toBe(closed);
  expect(roundToTell([])).toBeUndefined();
});
