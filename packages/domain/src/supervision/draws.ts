/** A village by its statistical code, which stays whatever it is called. */
interface Coded {
  code: string;
}

/** A keyed digest in hexadecimal: HMAC-SHA-256 of the code with the seed as key. */
export type Digest = (seed: string, code: string) => string;

/**
 * The order in which a seed draws villages: by the digest of each code. It depends on nothing but the
 * seed and the codes, so that anybody can reckon it again.
 */
export function drawOrder<Village extends Coded>(
  seed: string,
  population: readonly Village[],
  digest: Digest,
): (Village & { digest: string })[] {
  return population
    .map((village) => ({ ...village, digest: digest(seed, village.code) }))
    .sort((a, b) => compare(a.digest, b.digest) || compare(a.code, b.code));
}

/** The first ones of the order: all of them where there are fewer. */
export function draw<Village extends Coded>(
  seed: string,
  population: readonly Village[],
  count: number,
  digest: Digest,
): (Village & { digest: string })[] {
  return drawOrder(seed, population, digest).slice(0, count);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
