import { useQueryClient } from '@tanstack/react-query';
import { deleteUnit, type Unit } from '@xuanpai/contracts/units';
import { call } from '../../lib/api.ts';
import { useGo } from '../../lib/links.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { linkTo } from '../../paths.ts';
import { confirm } from '../../ui/confirm.tsx';
import { fieldNames } from './field-names.ts';
import { unitsKey } from './queries.ts';

/** Asks, deletes, and goes back to the list; what still refers to the unit is said in the question. */
export function useRemoveUnit() {
  const text = useText().units;
  const client = useQueryClient();
  const go = useGo();
  return async ({ id, name, version }: Unit) => {
    const removed = await confirm({
      title: text.removeTitle(name),
      body: text.removeBody(name),
      act: text.removeAct(name),
      cancel: text.keep,
      danger: true,
      fieldName: fieldNames(text),
      run: () => call(deleteUnit, { params: { id }, query: { version } }),
    });
    if (!removed) return;
    showDone(text.removed(name));
    go(linkTo.units());
    client.removeQueries({ queryKey: [...unitsKey, id] });
    await client.invalidateQueries({ queryKey: unitsKey });
  };
}
