import { useQuery } from '@tanstack/react-query';
import type { Batch } from '@xuanpai/contracts/batches';
import type { PolicyParameter } from '@xuanpai/contracts/policy';
import { Form, Input } from 'antd';
import { basisText } from '../../lib/basis.ts';
import { formatInstant } from '../../lib/format.ts';
import { useText } from '../../locales/use-text.ts';
import { PlainTable } from '../../ui/plain-table.tsx';
import { Select } from '../../ui/select.tsx';
import { PanelPart, SidePanel } from '../../ui/side-panel.tsx';
import { Failed, Skeleton } from '../../ui/table-states.tsx';
import styles from './policy.module.css';
import { fieldOf } from './policy-values.ts';
import { historyQuery } from './queries.ts';
import { TableEditor } from './table-editor.tsx';
import { valueText } from './value-text.ts';

interface ParameterPanelProps {
  batch: Batch;
  parameter: PolicyParameter;
  mayWrite: boolean;
  onClose: () => void;
}

/** A parameter in full: its table, its basis, and what it was before. */
export function ParameterPanel({ batch, parameter, mayWrite, onClose }: ParameterPanelProps) {
  const { policy: text, problems } = useText();
  const field = fieldOf(parameter.key);
  const kinds = ['notice', 'national', 'reading', 'local'] as const;
  return (
    <SidePanel
      title={parameter.label}
      note={text.inForce(valueText(parameter, text), parameter.effectiveFrom)}
      width={parameter.key === 'score.need' ? 620 : 440}
      onClose={onClose}
    >
      {parameter.kind === 'table' && (
        <PanelPart title={text.table}>
          <TableEditor parameter={parameter} mayWrite={mayWrite} />
        </PanelPart>
      )}
      <PanelPart title={text.basis} note={mayWrite ? text.basisNote : undefined}>
        {mayWrite ? (
          <div className={styles.basisFields}>
            <Form.Item noStyle name={['parameters', field, 'basis', 'kind']}>
              <Select
                aria-label={text.basisKind}
                options={kinds.map((value) => ({ value, label: problems.basisKinds[value] }))}
                style={{ width: 132 }}
              />
            </Form.Item>
            <Form.Item
              className={styles.item ?? ''}
              name={['parameters', field, 'basis', 'source']}
              rules={[{ required: true, whitespace: true, message: text.missing }]}
            >
              <Input aria-label={text.basisSource} maxLength={200} />
            </Form.Item>
          </div>
        ) : (
          basisText(parameter.basis, problems)
        )}
      </PanelPart>
      <History batch={batch} parameter={parameter} />
    </SidePanel>
  );
}

function History({ batch, parameter }: Pick<ParameterPanelProps, 'batch' | 'parameter'>) {
  const text = useText().policy;
  const query = useQuery(historyQuery(batch.id, parameter.key));
  return (
    <PanelPart title={text.history}>
      {query.error && <Failed error={query.error} onRetry={() => void query.refetch()} />}
      {!query.data && !query.error && <Skeleton lines={2} />}
      {query.data && (
        <PlainTable
          label={text.history}
          rowHeight={28}
          rows={query.data.items}
          rowKey={({ setAt, effectiveFrom }) => `${effectiveFrom} ${setAt}`}
          columns={[
            {
              key: 'from',
              title: text.effectiveFrom,
              width: 92,
              cell: ({ effectiveFrom }) => effectiveFrom,
            },
            {
              key: 'value',
              title: text.value,
              width: 96,
              cell: ({ value }) => valueText({ ...parameter, value }, text),
            },
            { key: 'reason', title: text.reason, cell: ({ reason }) => reason },
            {
              key: 'by',
              title: text.setBy,
              width: 84,
              cell: ({ setBy, setAt }) => <span title={formatInstant(setAt)}>{setBy}</span>,
            },
          ]}
        />
      )}
    </PanelPart>
  );
}
