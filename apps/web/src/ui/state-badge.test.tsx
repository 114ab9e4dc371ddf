import { beforeAll, expect, test } from 'vitest';
import { loadDictionary } from '../locales/use-text.ts';
import { zh } from '../locales/zh-cn.ts';
import type { StateName } from './state-badge.tsx';
import { StateBadge, stateLooks } from './state-badge.tsx';
import { show, withText } from './testing.tsx';

beforeAll(loadDictionary);

test('a state shows its shape, its word and its colour', () => {
  show(<StateBadge state="ineligible" />);
  const badge = withText('不符合');
  expect(badge.querySelector('svg')).not.toBeNull();
  expect(badge.style.color).toBe('var(--red)');
});

test('in long lists the settled word is ink, but what is wrong stays red', () => {
  show(
    <>
      <StateBadge state="eligible" quiet />
      <StateBadge state="overdue" quiet />
    </>,
  );
  expect(withText('符合').style.color).toBe('');
  expect(withText('逾期').style.color).toBe('var(--red)');
});

test('a longer word may stand for the usual one', () => {
  const box = show(<StateBadge state="serving" word="在任，第13个月" />);
  expect(box.textContent).toBe('在任，第13个月');
});

test('no two states look and read the same', () => {
  const states = Object.entries(stateLooks);
  const signs = states.map(([state, look]) => [...look, zh.states[state as StateName]].join(' '));
  expect(new Set(signs).size).toBe(states.length);
});
