import { posix } from 'node:path';
import { escaped } from './xml-copy.ts';

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageSpace = 'http://schemas.openxmlformats.org/package/2006';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** A relation to a part of ours; parts of different names get different ids. */
export function ownRelation(source: string, kind: string, part: string) {
  const target = posix.relative(posix.dirname(source), part);
  const id = `own-${posix.basename(part).replace('.', '-')}`;
  return { id, type: `${office}/${kind}`, kind, target, part };
}

export function relationsXml(
  relations: readonly { id: string; type: string; target: string }[],
): Buffer {
  const list = relations.map(
    ({ id, type, target }) =>
      `<Relationship Id="${escaped(id)}" Type="${escaped(type)}" Target="${escaped(target)}"/>`,
  );
  return Buffer.from(
    `${head}<Relationships xmlns="${packageSpace}/relationships">${list.join('')}</Relationships>`,
  );
}

export function contentTypesXml(parts: readonly { part: string; type: string | null }[]): Buffer {
  const overrides = parts.flatMap(({ part, type }) =>
    type === null
      ? []
      : [`<Override PartName="/${escaped(encodeURI(part))}" ContentType="${type}"/>`],
  );
  const defaults =
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>';
  return Buffer.from(
    `${head}<Types xmlns="${packageSpace}/content-types">${defaults}${overrides.join('')}</Types>`,
  );
}
