import { startTransition, useEffect, useState } from 'react';

/**
 * How many of `count` parts are to be drawn by now: `step` of them at once, then as many more in a task
 * of their own, so that a slow PC answers in between. All of them in the end, seen or not.
 */
export function useGradually(count: number, step: number): number {
  const [drawn, setDrawn] = useState(step);
  useEffect(() => {
    if (drawn >= count) return;
    const timer = setTimeout(() => startTransition(() => setDrawn(drawn + step)));
    return () => clearTimeout(timer);
  }, [drawn, count, step]);
  return drawn;
}
