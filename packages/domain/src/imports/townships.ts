import districtNames from './district-names.json' with { type: 'json' };

const names: Readonly<Record<string, string>> = districtNames;

/**
 * The name of a district by its code (GB/T 2260, six digits). The office's region file begins with
 * townships, so the districts of its city stand in `district-names.json`; any other is called by its
 * code until a row of the file names it.
 */
export function districtName(code: string): string {
  return names[code] ?? code;
}

/** The code of the district that a township or village belongs to. */
export function districtCodeOf(code: string): string {
  return code.slice(0, 6);
}

/** The code of the township that a village belongs to (six digits, three of the township, 000). */
export function townshipCodeOf(villageCode: string): string {
  return `${villageCode.slice(0, 9)}000`;
}

/**
 * A township's own office, which its cadres come from: a town has a Party committee (党委), a
 * sub-district or park a Party working committee (党工委).
 */
export function townshipUnitName(township: string): string {
  const name = township.replace(/(?<=街道)办事处$/, '').replace(/人民政府$/, '');
  return /[镇乡]$/.test(name) ? `${name}党委` : `${name}党工委`;
}
