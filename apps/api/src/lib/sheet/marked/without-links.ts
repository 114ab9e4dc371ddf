import type { Attributes } from '../workbook-package.ts';
import { type CopiedElement, localName, type XmlEditor } from './xml-copy.ts';

/** Formulas that reach out of the workbook: other files, DDE, the network, programs. Their values stay. */
const reachesOut =
  /[[\]|]|\b(?:HYPERLINK|WEBSERVICE|FILTERXML|ENCODEURL|IMAGE|RTD|CALL|REGISTER(?:\.ID)?|EXEC|DDE|STOCKHISTORY)\s*\(/i;

const relationPrefix = /^(?:r|rel|relationships|d\d+p\d+)$/;

/** Elements that hold references only, and may not be empty. */
const containers = new Set([
  'hyperlinks',
  'externalReferences',
  'pivotCaches',
  'oleObjects',
  'controls',
  'tableParts',
  'slicerList',
  'timelineRefs',
  'definedNames',
  'ext',
  'extLst',
]);

/**
 * Leaves out what leads out of the workbook: references to parts that aren't copied, addresses of
 * the network, and formulas on other files or programs. `relations` are those that stay.
 */
export function withoutLinks(relations: ReadonlySet<string>) {
  const droppedShared = new Set<string>();
  return {
    open: ({ name, attributes }: CopiedElement): Attributes | null => {
      const lost = Object.keys(attributes).filter(
        (key) => isRelation(key) && !relations.has(attributes[key] ?? ''),
      );
      const unwanted = Object.keys(attributes).filter((key) => isUnwanted(name, key));
      if (lost.length > 0 && name !== 'pageSetup') return null;
      return lost.length + unwanted.length === 0
        ? attributes
        : without(attributes, [...lost, ...unwanted]);
    },
    judged: new Set(['f', 'definedName']),
    keep: (name, attributes, text) => {
      const shared = attributes.t === 'shared' ? (attributes.si ?? '') : null;
      const goes =
        reachesOut.test(text) ||
        (name === 'f' && attributes.t === 'dataTable') ||
        (shared !== null && text === '' && droppedShared.has(shared));
      if (goes && shared !== null) droppedShared.add(shared);
      return !goes;
    },
    neverEmpty: containers,
  } satisfies XmlEditor;
}

/** r:id, r:embed, r:link, r:pict and their like. */
function isRelation(key: string): boolean {
  const colon = key.indexOf(':');
  return colon > 0 && relationPrefix.test(key.slice(0, colon));
}

/** Cells' metadata and tables' queries point to parts that aren't copied. */
function isUnwanted(element: string, key: string): boolean {
  if (element === 'c') return key === 'cm' || key === 'vm';
  if (element === 'table') return key === 'tableType' || key === 'connectionId';
  if (element === 'tableColumn') return key === 'queryTableFieldId';
  return localName(key) === 'href';
}

function without(attributes: Attributes, keys: readonly string[]): Attributes {
  return Object.fromEntries(Object.entries(attributes).filter(([key]) => !keys.includes(key)));
}
