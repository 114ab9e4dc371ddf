import { describe, expect, test } from 'vitest';
import type { PlanSummary } from '../plan-columns.tsx';
import { otherOf } from './other-plan.ts';

const plan = (id: string, more: Partial<PlanSummary> = {}) =>
  ({ id, basedOnId: null, status: 'draft', ...more }) as PlanSummary;

describe('a plan is compared', () => {
  test('with what it was copied from', () => {
    const others = [plan('one'), plan('two')];
    expect(otherOf(plan('copy', { basedOnId: 'one' }), others)?.id).toBe('one');
  });

  test('else with its latest copy, else with the latest plan', () => {
    const copies = [plan('a', { basedOnId: 'one' }), plan('b', { basedOnId: 'one' }), plan('c')];
    expect(otherOf(plan('one'), copies)?.id).toBe('b');
    expect(otherOf(plan('c'), copies.slice(0, 2))?.id).toBe('b');
  });

  test('never unasked with one that was laid aside, nor with itself', () => {
    const others = [plan('x', { status: 'dropped' }), plan('one')];
    expect(otherOf(plan('one'), others)).toBeNull();
  });
});
