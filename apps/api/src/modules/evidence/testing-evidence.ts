import { buffer } from 'node:stream/consumers';
import sharp from 'sharp';
import { ZipFile } from 'yazl';

/** For tests and the sample district: small files of each kind that is taken. */

/** Where 大尤家村 would be, had the camera written it. */
const place = {
  GPSLatitudeRef: 'N',
  GPSLatitude: '35/1 5/1 30/1',
  GPSLongitudeRef: 'E',
  GPSLongitude: '118/1 24/1 15/1',
};

interface Look {
  width?: number;
  height?: number;
  colour?: string;
  /** 1 to 8, as in EXIF. */
  orientation?: number;
}

const blank = ({ width = 64, height = 48, colour = '#2a6f4e' }: Look = {}) =>
  sharp({ create: { width, height, channels: 3, background: colour } });

/** A picture as a telephone makes it: with place, camera, comment, and something behind its end. */
export async function cameraJpeg(look: Look = {}): Promise<Buffer> {
  const picture = await blank(look)
    .withExif({ IFD0: { Make: 'PHONE-MAKER' }, IFD3: place })
    .withMetadata({ orientation: look.orientation ?? 1 })
    .jpeg({ progressive: true, restartInterval: 1 } as object)
    .toBuffer();
  const comment = Buffer.from('\xff\xfe\0\x0eSECRET-NOTE.', 'latin1');
  const bytes = Buffer.concat([picture.subarray(0, 2), comment, picture.subarray(2)]);
  return Buffer.concat([bytes, Buffer.from('MOTION-PHOTO 35.0917 118.4042')]);
}

export async function screenshotPng(look: Look = {}): Promise<Buffer> {
  const picture = await blank(look)
    .withExif({ IFD0: { Make: 'PHONE-MAKER' }, IFD3: place })
    .png()
    .toBuffer();
  return Buffer.concat([picture, Buffer.from('BEHIND')]);
}

/** One blank page of A4. */
export function scannedPdf(): Buffer {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>',
  ];
  let text = '%PDF-1.4\n';
  const places = objects.map((object, at) => {
    const start = text.length;
    text += `${at + 1} 0 obj${object}endobj\n`;
    return `${String(start).padStart(10, '0')} 00000 n \n`;
  });
  const xref = text.length;
  text += `xref\n0 4\n0000000000 65535 f \n${places.join('')}`;
  text += `trailer<</Size 4/Root 1 0 R>>\nstartxref\n${xref}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

const mainTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
  docm: 'application/vnd.ms-word.document.macroEnabled.main+xml',
};

/** A package with the list of parts that makes it what it is, and whatever else is put in. */
export async function officeFile(
  kind: keyof typeof mainTypes,
  parts: Record<string, Buffer | string> = {},
): Promise<Buffer> {
  const zip = new ZipFile();
  const types = `<Types><Override PartName="/main.xml" ContentType="${mainTypes[kind]}"/></Types>`;
  zip.addBuffer(Buffer.from(types), '[Content_Types].xml');
  for (const [name, content] of Object.entries(parts)) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  return buffer(zip.outputStream);
}

/** A document whose directory says that a part of it unpacks to so many bytes. */
export async function bomb(inflated: number): Promise<Buffer> {
  const bytes = await officeFile('docx', { 'word/media/a.bmp': Buffer.alloc(1000) });
  const entry = bytes.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1'));
  bytes.writeUInt32LE(inflated, entry + 24);
  return bytes;
}
