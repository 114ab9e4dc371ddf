import type { EndpointShape } from '@xuanpai/contracts/endpoint';
import { useState } from 'react';
import type { OptionsArgument, PartsOf } from '../lib/api.ts';
import { problemOf } from '../lib/api-problem.ts';
import { download } from '../lib/download.ts';
import { showDone } from '../lib/undo.ts';
import { useText } from '../locales/use-text.ts';
import { ActButton } from './act-button.tsx';

interface ExportButtonProps<E extends EndpointShape> {
  endpoint: E;
  /** `{ query: list.exportQuery }`: exactly what is filtered. */
  parts: PartsOf<E>;
  /** 导出 .xlsx unless given. */
  label?: string;
  kind?: 'primary' | 'secondary';
  /** In a line of a table. */
  small?: boolean;
  /** Why there is nothing to save. */
  blocked?: string | null;
}

export function ExportButton<E extends EndpointShape>(props: ExportButtonProps<E>) {
  const text = useText();
  const [busy, setBusy] = useState(false);
  async function save() {
    setBusy(true);
    try {
      await download(props.endpoint, ...([props.parts] as OptionsArgument<PartsOf<E>>));
    } catch (error) {
      const problem = problemOf(error);
      showDone(problem.detail || problem.title || text.problems.network);
    } finally {
      setBusy(false);
    }
  }
  return (
    <ActButton
      kind={props.kind ?? 'secondary'}
      icon="download"
      size={props.small ? 'small' : 'middle'}
      reads
      busy={busy}
      blocked={props.blocked}
      onClick={() => void save()}
    >
      {props.label ?? text.ui.exportXlsx}
    </ActButton>
  );
}
