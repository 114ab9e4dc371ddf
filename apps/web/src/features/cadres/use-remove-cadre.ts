import { useQueryClient } from '@tanstack/react-query';
import { deleteCadre } from '@xuanpai/contracts/cadres';
import { call } from '../../lib/api.ts';
import { useGo } from '../../lib/links.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { linkTo } from '../../paths.ts';
import { confirm } from '../../ui/confirm.tsx';
import { fieldNames } from './field-names.ts';
import { type CadreDetail, cadresKey } from './queries.ts';

/** Asks, deletes, and goes back to the list; what still refers to the person is said in the question. */
export function useRemoveCadre() {
  const text = useText().cadres;
  const client = useQueryClient();
  const go = useGo();
  return async ({ id, name, unitName, version }: CadreDetail) => {
    const removed = await confirm({
      title: text.removeTitle(name),
      body: text.removeBody(name, unitName),
      act: text.removeAct(name),
      cancel: text.keep,
      danger: true,
      fieldName: fieldNames(text),
      run: () => call(deleteCadre, { params: { id }, query: { version } }),
    });
    if (!removed) return;
    showDone(text.removed(name));
    go(linkTo.cadres());
    client.removeQueries({ queryKey: [...cadresKey, id] });
    await client.invalidateQueries({ queryKey: cadresKey });
  };
}
