import { attributeOf, type WorkbookPackage } from '../workbook-package.ts';
import { withoutLinks } from './without-links.ts';
import { escaped, type XmlEditor } from './xml-copy.ts';

/** The tabs of a workbook, hidden ones included. */
export interface Tabs {
  /** The relation to the sheet of this tab. */
  relationOf(name: string): string | null;
  relations: readonly string[];
  /** The name, with a number where there is such a tab already. */
  freeName(wanted: string): string;
  highestId: number;
}

export async function readTabs(parts: WorkbookPackage, workbook: string): Promise<Tabs> {
  const tabs: { name: string; relation: string; id: number }[] = [];
  await parts.read(workbook, {
    open: (element, attributes) => {
      if (element !== 'sheet') return;
      const { name = '', sheetId = '0' } = attributes;
      tabs.push({ name, relation: attributeOf(attributes, 'id') ?? '', id: Number(sheetId) || 0 });
    },
  });
  const taken = new Set(tabs.map(({ name }) => name.toLowerCase()));
  return {
    relationOf: (name) => tabs.find((tab) => tab.name === name)?.relation ?? null,
    relations: tabs.map(({ relation }) => relation),
    freeName: (wanted) => {
      let name = wanted;
      for (let copy = 2; taken.has(name.toLowerCase()); copy += 1) name = `${wanted} (${copy})`;
      return name;
    },
    highestId: Math.max(0, ...tabs.map(({ id }) => id)),
  };
}

/** Adds the tab of the list behind the others. Without a tab that had to go, names keep their sheets. */
export function workbookEditor(
  relations: ReadonlySet<string>,
  list: { name: string; id: string; tabs: Tabs },
): XmlEditor {
  const links = withoutLinks(relations);
  const losesTab = list.tabs.relations.some((relation) => !relations.has(relation));
  return {
    ...links,
    open: (element) => {
      const { name, depth } = element;
      if (depth === 1 && (name === 'extLst' || name === 'fileRecoveryPr')) return null;
      if (losesTab && (name === 'definedNames' || name === 'customWorkbookViews')) return null;
      const kept = links.open(element);
      if (kept === null || name !== 'workbookView' || !losesTab) return kept;
      const { activeTab: _, firstSheet: __, ...others } = kept;
      return others;
    },
    close: (name, copy) => {
      if (name !== 'sheets') return;
      const sheetId = list.tabs.highestId + 1;
      const namespace = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
      copy.insert(
        `<${copy.prefix}sheet xmlns:r="${namespace}" name="${escaped(list.name)}" sheetId="${sheetId}" r:id="${list.id}"/>`,
      );
    },
  };
}
