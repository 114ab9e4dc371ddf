import type { Alternative } from '@xuanpai/contracts/plan-explanation';
import { beforeAll, expect, test } from 'vitest';
import { loadDictionary } from '../../../locales/use-text.ts';
import { show } from '../../../ui/testing.tsx';
import { boardOf } from '../board-model.ts';
import { plan } from '../testing.ts';
import { AlternativePreview } from './alternative-preview.tsx';

beforeAll(loadDictionary);

const alternative: Alternative = {
  people: [{ cadreId: '毛琳辉', name: '毛琳辉', unitName: '区司法局' }],
  change: -31,
  here: 4,
  spread: -25,
  elsewhere: [{ villageId: 'v2', name: 'v2', change: -10 }],
  travels: ['毛琳辉：未排入 → v1第一书记'],
  findings: [],
  moves: [],
};

const preview = (more: Partial<Alternative> = {}) =>
  show(
    <AlternativePreview
      board={boardOf(plan)}
      villageId="v1"
      alternative={{ ...alternative, ...more }}
    />,
  );

test('shows points here, elsewhere, over townships and in all, before and after', () => {
  const rows = [...preview().querySelectorAll('tr')].map((row) => row.textContent);
  expect(rows).toEqual([
    'v150.0 → 54.0+4.0',
    'v250.0 → 40.0−10.0',
    '单位跨镇街−25.0',
    '总分100.0 → 69.0−31.0',
  ]);
});

test('says who goes where, and that nothing else is given up', () => {
  const { textContent } = preview();
  expect(textContent).toContain('毛琳辉：未排入 → v1第一书记');
  expect(textContent).toContain('不会多出');
});

test('names what would be given up', () => {
  const [finding] = plan.findings.filter(({ weight }) => weight === 'warns');
  if (!finding) throw new Error('no finding');
  const { textContent } = preview({ findings: [{ ...finding, message: '家在郑旺镇。' }] });
  expect(textContent).toContain('家在郑旺镇。');
  expect(textContent).not.toContain('不会多出');
});
