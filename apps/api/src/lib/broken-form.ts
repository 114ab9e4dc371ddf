/** A part of a form is larger than its limit. */
export function isTooLarge(error: unknown): boolean {
  return error instanceof Error && 'statusCode' in error && error.statusCode === 413;
}

/** A form that can't be read: without its end or its boundary, or its line broke off. */
export function isBrokenForm(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return 'statusCode' in error || isCutOff(error);
}

function isCutOff(error: Error): boolean {
  const code = 'code' in error ? String(error.code) : '';
  return (
    ['ERR_STREAM_PREMATURE_CLOSE', 'ECONNRESET', 'ABORT_ERR'].includes(code) ||
    /Unexpected end|Malformed|boundary|terminated early|Premature close/i.test(error.message)
  );
}
