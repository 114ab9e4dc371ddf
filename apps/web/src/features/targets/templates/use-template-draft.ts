import { useQueryClient } from '@tanstack/react-query';
import {
  type MeasureInput,
  saveTargetTemplate,
  type TargetTemplate,
} from '@xuanpai/contracts/target-templates';
import type { VillageKind } from '@xuanpai/contracts/values';
import { useEffect, useState } from 'react';
import { call } from '../../../lib/api.ts';
import { holdPage } from '../../../lib/unsaved.ts';
import { forgetTargets } from '../queries.ts';
import { inputOf } from './measure-input.ts';

/** A template as it is being changed. */
export interface TemplateValues {
  name: string;
  note: string;
  kinds: VillageKind[];
  poor: boolean;
  measures: MeasureInput[];
}

/** A template's copy in the page, which holds it until it is saved as a whole. */
export function useTemplateDraft(template: TargetTemplate, onSaved: (name: string) => void) {
  const client = useQueryClient();
  const [values, setValues] = useState<TemplateValues>({
    name: template.name,
    note: template.note ?? '',
    kinds: [...template.kinds],
    poor: template.poor,
    measures: template.measures.map(inputOf),
  });
  const [changed, setChanged] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  useEffect(() => (changed ? holdPage() : undefined), [changed]);

  function change(next: Partial<TemplateValues>) {
    setValues((before) => ({ ...before, ...next }));
    setChanged(true);
  }

  async function save() {
    setBusy(true);
    try {
      const { name, note, ...rest } = values;
      const { id, version } = template;
      const body = { ...rest, version, name: name.trim(), note: note.trim() || null };
      await call(saveTargetTemplate, { params: { id }, body });
      setChanged(false);
      await forgetTargets(client);
      onSaved(name);
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  }

  return { values, change, save, busy, problem };
}
