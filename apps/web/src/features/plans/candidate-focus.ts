/** Enter may come before the candidates do: then they take the focus when they are there. */
let wanted = false;

/** Moves into the list of candidates, at once or as soon as it is drawn. */
export function enterCandidates(): void {
  const first = document.querySelector<HTMLElement>('[data-candidates] [tabindex="0"]');
  wanted = first === null;
  first?.focus();
}

/** For the list, when it is drawn. */
export function takeFocusIfWanted(): void {
  if (wanted) enterCandidates();
}

/** Another place was chosen: nobody waits for the list of the one before. */
export function forgetCandidates(): void {
  wanted = false;
}
