/** A file of a form is larger than its limit; more files or fields than one form has are a broken form. */
export function isTooLarge(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'FST_REQ_FILE_TOO_LARGE';
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
