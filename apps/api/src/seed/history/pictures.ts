import { loadSharp } from '../../lib/large-packages.ts';

/** A drawn picture with words on it, as a JPEG: the sample district has no photographs of people. */
export async function drawnPicture(words: string): Promise<Buffer> {
  const text = words.replace(/[<>&]/g, '');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1280" height="853">
    <rect width="1280" height="520" fill="#b9d4ea"/>
    <circle cx="1040" cy="170" r="70" fill="#f6dd8b"/>
    <path d="M0 520 L260 330 L520 500 L800 300 L1280 520 Z" fill="#7fa58a"/>
    <rect y="500" width="1280" height="353" fill="#8fb36a"/>
    <rect x="150" y="420" width="360" height="220" fill="#f3efe6"/>
    <path d="M120 430 L330 300 L540 430 Z" fill="#a8554a"/>
    <rect x="300" y="520" width="70" height="120" fill="#7a5a41"/>
    <rect x="0" y="740" width="1280" height="113" fill="#1f3a4d"/>
    <text x="640" y="812" font-size="44" fill="#ffffff" text-anchor="middle"
      font-family="Noto Sans CJK SC, Microsoft YaHei, sans-serif">${text}</text>
  </svg>`;
  const sharp = await loadSharp();
  return sharp(Buffer.from(svg)).jpeg({ quality: 82 }).toBuffer();
}
