import type { FormInstance } from 'antd';
import { useState } from 'react';
import { useFormAct } from './form-act.ts';

interface EditAct<Item, Values, Saved> {
  /** `base` is the item as the form took it. */
  send: (values: Values, base: Item) => Promise<Saved>;
  onDone: (saved: Saved) => unknown;
  newest: () => Promise<Item>;
  /** Puts the newest into the form, over what was typed. */
  fill: (current: Item) => void;
}

/**
 * Changes an item as it was when the form opened: where somebody else changed it meanwhile,
 * `onUseCurrent` takes the newer version.
 */
export function useEditAct<Item, Values, Saved>(
  item: Item,
  form: FormInstance<Values>,
  { send, onDone, newest, fill }: EditAct<Item, Values, Saved>,
) {
  const [base, setBase] = useState(item);
  const act = useFormAct(form, { send: (values: Values) => send(values, base), onDone });
  async function takeCurrent() {
    const current = await newest();
    act.forget();
    setBase(current);
    fill(current);
  }
  const stale = act.problem?.code === 'staleVersion';
  return { base, act, onUseCurrent: stale ? () => void takeCurrent() : undefined };
}
