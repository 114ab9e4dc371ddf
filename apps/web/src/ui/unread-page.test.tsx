import { beforeAll, describe, expect, test, vi } from 'vitest';
import { loadDictionary } from '../locales/use-text.ts';
import { click, show, withText } from './testing.tsx';
import { UnreadPage } from './unread-page.tsx';

beforeAll(loadDictionary);

describe('a page whose answer is not there', () => {
  test('has a heading while it is read', () => {
    const box = show(<UnreadPage title="正在读取方案…" />);
    expect([...box.querySelectorAll('h1')].map((one) => one.textContent)).toEqual([
      '正在读取方案…',
    ]);
    expect(box.querySelector('[role=alert]')).toBeNull();
  });

  test('says that it did not come, and asks again', () => {
    const again = vi.fn();
    const box = show(<UnreadPage title="正在读取方案…" error={new Error('x')} onRetry={again} />);
    expect([...box.querySelectorAll('h1')].map((one) => one.textContent)).toEqual([
      '这一页没有打开',
    ]);
    click(withText('再试一次'));
    expect(again).toHaveBeenCalledOnce();
  });
});
