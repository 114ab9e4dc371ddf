/**
 * Rounds to one decimal, halves away from zero, as a person would by hand.
 * 8.35 is held as 8.3499…; the seventh decimal decides first, so that such dust can't turn a half.
 */
export function roundToTenth(value: number): number {
  const tenths = Number((Math.abs(value) * 10).toFixed(6));
  return (Math.sign(value) * Math.round(tenths)) / 10;
}

/** Takes the floating-point dust off a sum of points (six decimals stay). */
export function withoutDust(value: number): number {
  return Math.round(value * 1e6) / 1e6 + 0;
}
