import type { ParamsOf } from '@xuanpai/contracts/endpoint';
import { importTemplate } from '@xuanpai/contracts/import-templates';
import { useState } from 'react';
import { problemOf } from '../../lib/api-problem.ts';
import { download } from '../../lib/download.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { TextButton } from '../../ui/text-button.tsx';

type Kind = ParamsOf<typeof importTemplate>['kind'];

/** Saves a register's blank workbook. `name` is what the workbook is called here. */
export function TemplateButton({ kind, name }: { kind: Kind; name: string }) {
  const { imports: text, problems } = useText();
  const [busy, setBusy] = useState(false);
  async function save() {
    setBusy(true);
    try {
      await download(importTemplate, { params: { kind } });
    } catch (error) {
      const problem = problemOf(error);
      showDone(problem.detail || problem.title || problems.network);
    } finally {
      setBusy(false);
    }
  }
  return (
    <TextButton disabled={busy} aria-label={text.templateOf(name)} onClick={() => void save()}>
      {text.template}
    </TextButton>
  );
}
