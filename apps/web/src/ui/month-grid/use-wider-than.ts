import { type RefObject, useEffect, useState } from 'react';

/**
 * Whether a width is more than the box has. Two frozen parts of each row are hundreds of layers to the
 * browser: they are frozen only where something scrolls sideways.
 */
export function useWiderThan(box: RefObject<HTMLElement | null>, width: number): boolean {
  const [wider, setWider] = useState(false);
  useEffect(() => {
    const { current } = box;
    if (!current || typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(() => setWider(current.clientWidth < width));
    observer.observe(current);
    return () => observer.disconnect();
  }, [box, width]);
  return wider;
}
