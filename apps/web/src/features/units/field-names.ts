import type { Dictionary } from '../../locales/zh-cn.ts';

/** What a field of the API is called on the page, where others' changes are listed. */
export function fieldNames(text: Dictionary['units']): (path: string) => string {
  const names: Record<string, unknown> = { ...text, ...{ note: text.unitNote } };
  return (path) => {
    const name = names[path];
    return typeof name === 'string' ? name : path;
  };
}
