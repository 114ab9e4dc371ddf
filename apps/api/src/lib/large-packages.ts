import type Excel from 'exceljs';
import type Sharp from 'sharp';

// Tens of megabytes that most processes do without for hours: loaded by the first who needs one.

/** Workbooks. */
export async function loadExcel(): Promise<typeof Excel> {
  return (await import('exceljs')).default;
}

/** Pictures, one at a time and none kept. */
export async function loadSharp(): Promise<typeof Sharp> {
  const { default: sharp } = await import('sharp');
  sharp.cache(false);
  sharp.concurrency(1);
  return sharp;
}
