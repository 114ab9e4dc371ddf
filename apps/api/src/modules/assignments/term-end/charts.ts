import { ImageRun, Paragraph } from 'docx';
import { loadSharp } from '../../../lib/large-packages.ts';

/** A bar of a chart: its words, its length as a share of 1, and what stands at its end. */
export interface Bar {
  label: string;
  share: number;
  value: string;
}

const width = 560;
const rowHeight = 26;
const labelWidth = 130;
const fonts = 'FangSong_GB2312, FangSong, SimSun, Noto Sans CJK SC, sans-serif';

/**
 * Horizontal bars as a drawing in the text: vectors where the reader's program knows them, else a
 * picture of the same.
 */
export async function barChart(title: string, bars: readonly Bar[]): Promise<Paragraph> {
  const height = bars.length * rowHeight + 34;
  const svg = Buffer.from(drawing(title, bars, height));
  const sharp = await loadSharp();
  const png = await sharp(svg, { density: 192 }).png().toBuffer();
  return new Paragraph({
    spacing: { before: 120, after: 120 },
    children: [
      new ImageRun({
        type: 'svg',
        data: svg,
        fallback: { type: 'png', data: png },
        transformation: { width, height },
        altText: { name: title, title, description: bars.map(spoken).join('；') },
      }),
    ],
  });
}

const spoken = ({ label, value }: Bar) => `${label} ${value}`;

function drawing(title: string, bars: readonly Bar[], height: number): string {
  const most = width - labelWidth - 80;
  const lines = bars.map(({ label, share, value }, at) => {
    const y = 30 + at * rowHeight;
    const length = Math.max(Math.round(most * Math.min(Math.max(share, 0), 1)), 1);
    const middle = y + rowHeight / 2 + 4;
    return `<text x="${labelWidth - 8}" y="${middle}" text-anchor="end">${escaped(label)}</text>
      <rect x="${labelWidth}" y="${y + 5}" width="${length}" height="${rowHeight - 10}" fill="#0958d9"/>
      <text x="${labelWidth + length + 6}" y="${middle}">${escaped(value)}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${fonts}" font-size="13" fill="#1f1f1f">
    <rect width="${width}" height="${height}" fill="#fff"/>
    <text x="${labelWidth}" y="18" font-size="14">${escaped(title)}</text>${lines.join('')}</svg>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
