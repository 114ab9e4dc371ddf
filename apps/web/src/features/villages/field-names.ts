import type { Dictionary } from '../../locales/zh-cn.ts';

/** What a field of the API is called on the page, where others' changes are listed: years.2014.operatingIncome. */
export function fieldNames(text: Dictionary['villages']): (path: string) => string {
  const names: Record<string, unknown> = { ...text, note: text.villageNote };
  return (path) => {
    const [, year, figure] = /^years\.(\d+)\.(\w+)$/.exec(path) ?? [];
    const name = names[figure ?? path];
    const known = typeof name === 'string' ? name : path;
    return year === undefined ? known : text.figureOfYear(year, known);
  };
}
