import { useEffect, useState } from 'react';

/** The value once it has stayed for a moment: whoever arrows past places asks nothing about them. */
export function useSettled<T>(value: T, wait = 120): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), wait);
    return () => clearTimeout(timer);
  }, [value, wait]);
  return settled;
}
