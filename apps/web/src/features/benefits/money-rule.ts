import type { Dictionary } from '../../locales/zh-cn.ts';

/** An amount of more than nothing, to the cent; what is left empty is for `required` to say. */
export function moneyRule(text: Dictionary['benefits']) {
  return {
    validator: (_: unknown, typed: string | null | undefined) =>
      !typed || /^(?!0+\.00$)\d{1,12}\.\d{2}$/.test(typed)
        ? Promise.resolve()
        : Promise.reject(new Error(text.complain)),
  };
}
