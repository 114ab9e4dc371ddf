import { constants, deflateRawSync } from 'node:zlib';

/** A part of a zip file made for tests: text, or bytes deflated beforehand with the size to claim. */
export type RawPart = string | { deflated: Buffer; claimedSize: number };

/** A zip file with exactly these parts; no checksums, no checks, so that it can be hostile. */
export function zipOf(parts: Readonly<Record<string, RawPart>>): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, part] of Object.entries(parts)) {
    const deflated = typeof part === 'string' ? deflateRawSync(part) : part.deflated;
    const size = typeof part === 'string' ? Buffer.byteLength(part) : part.claimedSize;
    const crc = typeof part === 'string' ? crc32(Buffer.from(part)) : 0;
    const encodedName = Buffer.from(name);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(0x800, 2);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc, 10);
    fields.writeUInt32LE(deflated.length, 14);
    fields.writeUInt32LE(size, 18);
    fields.writeUInt16LE(encodedName.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, encodedName, deflated]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), fields, tail, encodedName]));
    locals.push(local);
    offset += local.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06');
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(entries.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, entries, end]);
}

/** Deflated repetitions of a megabyte of `text`, made without inflating them here. */
export function bomb(text: string, megabytes: number): { deflated: Buffer; claimedSize: number } {
  const megabyte = Buffer.alloc(1024 * 1024, text);
  const block = deflateRawSync(megabyte, { finishFlush: constants.Z_FULL_FLUSH });
  const blocks = Array.from({ length: megabytes }, () => block);
  return {
    deflated: Buffer.concat([...blocks, deflateRawSync('')]),
    claimedSize: megabytes * megabyte.length,
  };
}

export interface RawWorkbook {
  /** The content of `sheetData` and what follows it, by name of the tab. */
  sheets?: Readonly<Record<string, string>>;
  strings?: string;
  styles?: string;
  workbookProperties?: string;
  /** Parts that replace or join the usual ones. */
  parts?: Readonly<Record<string, RawPart>>;
}

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** The smallest workbook with these sheets. `sheets` hold the rows as XML. */
export function rawXlsx(workbook: RawWorkbook): Buffer {
  const names = Object.keys(workbook.sheets ?? {});
  const tabs = names.map(
    (name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  const targets = names.map((_, at) =>
    relation(`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`),
  );
  const sheets = Object.values(workbook.sheets ?? {}).map((rows, at) => [
    `xl/worksheets/sheet${at + 1}.xml`,
    rows.startsWith('<?xml') ? rows : `<worksheet ${main}>${rows}</worksheet>`,
  ]);
  return zipOf({
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': relationList(relation('rId1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `<workbook ${main} xmlns:r="${relations}">${workbook.workbookProperties ?? ''}<sheets>${tabs.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationList(
      ...targets,
      relation('rId90', 'sharedStrings', 'sharedStrings.xml'),
      relation('rId91', 'styles', '/xl/styles.xml'),
    ),
    'xl/sharedStrings.xml': `<sst ${main}>${workbook.strings ?? ''}</sst>`,
    'xl/styles.xml': `<styleSheet ${main}>${workbook.styles ?? ''}</styleSheet>`,
    ...Object.fromEntries(sheets),
    ...workbook.parts,
  });
}

function relation(id: string, kind: string, target: string): string {
  return `<Relationship Id="${id}" Type="${relations}/${kind}" Target="${target}"/>`;
}

function relationList(...list: string[]): string {
  return `<Relationships xmlns="${packageRelations}">${list.join('')}</Relationships>`;
}

function crc32(bytes: Buffer): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (0xedb8_8320 & -(crc & 1));
  }
  return ~crc >>> 0;
}
