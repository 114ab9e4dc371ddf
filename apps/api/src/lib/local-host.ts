/** Whether a host's name means this machine itself. */
export function isLocal(hostname: string) {
  return ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}
