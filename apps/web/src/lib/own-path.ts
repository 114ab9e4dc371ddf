/**
 * An address inside this system, or `otherwise`: what the browser makes of it is what counts, since it
 * drops tabs and takes a backslash for a slash.
 */
export function ownPath(address: string | null | undefined, otherwise: string): string {
  const { origin } = window.location;
  if (!address?.startsWith('/') || !URL.canParse(address, origin)) return otherwise;
  const url = new URL(address, origin);
  const path = url.pathname + url.search + url.hash;
  return url.origin === origin && !path.startsWith('//') ? path : otherwise;
}
