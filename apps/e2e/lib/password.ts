/** Of the demo's people. */
export const password = 'demo-pass-word-1';
