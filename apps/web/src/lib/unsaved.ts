/** Forms with something typed, and writes that wait for the connection. */
const holds = new Set<symbol>();

function ask(event: BeforeUnloadEvent): void {
  event.preventDefault();
  // Chrome before 119 asks only so.
  event.returnValue = true;
}

/** Whoever closes or reloads the page is asked first, until this hold is let go. */
export function holdPage(): () => void {
  const hold = Symbol('hold');
  if (holds.size === 0) window.addEventListener('beforeunload', ask);
  holds.add(hold);
  return () => {
    holds.delete(hold);
    if (holds.size === 0) window.removeEventListener('beforeunload', ask);
  };
}

export function hasUnsaved(): boolean {
  return holds.size > 0;
}
