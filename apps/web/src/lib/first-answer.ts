import { useDeferredValue } from 'react';

/**
 * The answer once the page has said that it is there: what is drawn of a first answer is drawn in slices,
 * between which an old machine goes on hearing keys. Later answers are drawn at once.
 */
export function useFirstAnswer<T>(data: T | undefined): T | undefined {
  const drawn = useDeferredValue(data !== undefined);
  return drawn ? data : undefined;
}
