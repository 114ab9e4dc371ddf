import { useQueryClient } from '@tanstack/react-query';
import { createCadre } from '@xuanpai/contracts/cadres';
import { Form } from 'antd';
import { call } from '../../lib/api.ts';
import { useDraft } from '../../lib/form.ts';
import { useFormAct } from '../../lib/form-act.ts';
import { useGo } from '../../lib/links.ts';
import { useUnitOptions } from '../../lib/register-options.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { linkTo } from '../../paths.ts';
import { SidePanel } from '../../ui/side-panel.tsx';
import { CadreForm } from './cadre-form.tsx';
import { type CadreValues, newCadreBody } from './cadre-values.ts';
import { cadresKey } from './queries.ts';

/** Enters a person; who reaches only one unit has it chosen already. */
export function NewCadrePanel({ onClose }: { onClose: () => void }) {
  const text = useText().cadres;
  const go = useGo();
  const client = useQueryClient();
  const units = useUnitOptions();
  const [form] = Form.useForm<CadreValues>();
  const draft = useDraft('cadre.new', form);
  const act = useFormAct(form, {
    send: (values: CadreValues) => call(createCadre, { body: newCadreBody(values) }),
    onDone: async (cadre) => {
      draft.clear();
      showDone(text.added(cadre.name));
      await client.invalidateQueries({ queryKey: cadresKey });
      go(linkTo.cadre(cadre.id));
    },
  });
  const [only, ...others] = units;
  return (
    <SidePanel title={text.addTitle} onClose={onClose}>
      <CadreForm
        key={units.length}
        form={form}
        initial={only && others.length === 0 ? { unitId: only.value } : {}}
        idNumberMask={null}
        act={act}
        draft={draft}
        submit={text.saveNew}
      />
    </SidePanel>
  );
}
