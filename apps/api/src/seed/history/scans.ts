import { loadSharp } from '../../lib/large-packages.ts';

/** A page of A4 at 120 dots an inch, in pixels. */
const page = { width: 992, height: 1403 };

/** A page of A4, in points. */
const sheet = { width: 595, height: 842 };

/** Pages as a scanner makes them: a PDF with a picture of each, of a title and lines below it. */
export async function scannedPdf(
  title: string,
  pages: readonly (readonly string[])[],
): Promise<Buffer> {
  const pictures = await Promise.all(pages.map((lines, at) => pagePicture(at ? '' : title, lines)));
  const parts: (string | Buffer)[][] = [
    ['<</Type/Catalog/Pages 2 0 R>>'],
    [`<</Type/Pages/Kids[${pictures.map((_, at) => `${3 + at * 3} 0 R`).join(' ')}]`],
  ];
  parts[1]?.push(`/Count ${pictures.length}>>`);
  for (const [at, picture] of pictures.entries()) {
    const first = 3 + at * 3;
    const drawn = `q ${sheet.width} 0 0 ${sheet.height} 0 0 cm /I Do Q`;
    parts.push(
      [
        `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${sheet.width} ${sheet.height}]`,
        `/Resources<</XObject<</I ${first + 2} 0 R>>>>/Contents ${first + 1} 0 R>>`,
      ],
      [`<</Length ${drawn.length}>>stream\n${drawn}\nendstream`],
      [
        `<</Type/XObject/Subtype/Image/Width ${page.width}/Height ${page.height}`,
        `/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/DCTDecode/Length ${picture.length}>>`,
        'stream\n',
        picture,
        '\nendstream',
      ],
    );
  }
  return written(parts);
}

/** The objects of a PDF, the first one its catalogue, with their table. */
function written(objects: readonly (readonly (string | Buffer)[])[]): Buffer {
  const chunks: Buffer[] = [Buffer.from('%PDF-1.4\n')];
  let length = chunks[0]?.length ?? 0;
  const add = (part: string | Buffer) => {
    const bytes = Buffer.from(part as string);
    chunks.push(bytes);
    length += bytes.length;
  };
  const places = objects.map((parts, at) => {
    const start = length;
    for (const part of [`${at + 1} 0 obj`, ...parts, 'endobj\n']) add(part);
    return `${String(start).padStart(10, '0')} 00000 n \n`;
  });
  const table = length;
  add(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`);
  add(`trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${table}\n%%EOF\n`);
  return Buffer.concat(chunks);
}

async function pagePicture(title: string, lines: readonly string[]): Promise<Buffer> {
  const safe = (text: string) => text.replace(/[<>&]/g, '');
  const family = 'font-family="Noto Sans CJK SC, Microsoft YaHei, sans-serif"';
  const body = lines.map(
    (line, at) =>
      `<text x="110" y="${330 + at * 52}" font-size="27" fill="#333" ${family}>${safe(line)}</text>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${page.width}" height="${page.height}">
    <rect width="${page.width}" height="${page.height}" fill="#f7f7f4"/>
    <text x="${page.width / 2}" y="230" font-size="44" fill="#222" text-anchor="middle"
      ${family}>${safe(title)}</text>${body.join('')}
  </svg>`;
  const sharp = await loadSharp();
  return sharp(Buffer.from(svg)).greyscale().jpeg({ quality: 60 }).toBuffer();
}
