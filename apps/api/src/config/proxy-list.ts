import { isIP } from 'node:net';

/** Names of ranges that proxy-addr knows. */
const ranges = new Set(['loopback', 'linklocal', 'uniquelocal']);

/** Whether a text is a list of addresses, networks and named ranges, as Fastify takes it. */
export function isProxyList(text: string): boolean {
  return text.split(',').every((part) => {
    const [address = '', bits] = part.trim().split('/');
    if (ranges.has(address)) return bits === undefined;
    const most = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
    return most > 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most));
  });
}
