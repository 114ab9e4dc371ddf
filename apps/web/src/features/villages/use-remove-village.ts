import { useQueryClient } from '@tanstack/react-query';
import { deleteVillage } from '@xuanpai/contracts/villages';
import { call } from '../../lib/api.ts';
import { useGo } from '../../lib/links.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { linkTo } from '../../paths.ts';
import { confirm } from '../../ui/confirm.tsx';
import { fieldNames } from './field-names.ts';
import { villagesKey } from './queries.ts';
import type { VillageDetail } from './village-values.ts';

/** Asks, deletes, and goes back to the list; what still refers to the village is said in the question. */
export function useRemoveVillage() {
  const text = useText().villages;
  const client = useQueryClient();
  const go = useGo();
  return async ({ id, name, code, version }: VillageDetail) => {
    const removed = await confirm({
      title: text.removeTitle(name),
      body: text.removeBody(name, code),
      act: text.removeAct(name),
      cancel: text.keep,
      danger: true,
      fieldName: fieldNames(text),
      run: () => call(deleteVillage, { params: { id }, query: { version } }),
    });
    if (!removed) return;
    showDone(text.removed(name));
    go(linkTo.villages());
    client.removeQueries({ queryKey: [...villagesKey, id] });
    await client.invalidateQueries({ queryKey: villagesKey });
  };
}
