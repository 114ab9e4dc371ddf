import { type RefObject, useEffect, useState } from 'react';

/** Whether an element has been in sight; `from`: from the beginning. Once it was, it stays so. */
export function useSeen(element: RefObject<Element | null>, from = false): boolean {
  const [seen, setSeen] = useState(from);
  useEffect(() => {
    if (seen || !element.current) return;
    const observer = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && setSeen(true),
    );
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [seen, element]);
  return seen;
}
