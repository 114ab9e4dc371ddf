import type { PolicyParameter } from '@xuanpai/contracts/policy';
import { Checkbox, Form } from 'antd';
import { memo, useEffect, useRef } from 'react';
import { basisText } from '../../lib/basis.ts';
import { useSeen } from '../../lib/seen.ts';
import { useText } from '../../locales/use-text.ts';
import { TextButton } from '../../ui/text-button.tsx';
import { ParameterEditor } from './parameter-editor.tsx';
import styles from './policy.module.css';
import { fieldOf } from './policy-values.ts';
import { valueText } from './value-text.ts';

interface ParameterRowProps {
  parameter: PolicyParameter;
  changed: boolean;
  chosen: boolean;
  /** Stands at the top of the page. */
  first: boolean;
  mayWrite: boolean;
  onOpen: (key: string) => void;
}

/**
 * A parameter in a line; its name opens basis and history at the right. Drawn anew only when it changes.
 * Its fields are made when it comes into sight: until then its value stands there as text.
 */
export const ParameterRow = memo(function ParameterRow(props: ParameterRowProps) {
  const { parameter, changed, chosen } = props;
  const { policy: text, problems } = useText();
  const { label, inclusive, basis, effectiveFrom, setBy } = parameter;
  const onOpen = () => props.onOpen(parameter.key);
  const line = useRef<HTMLTableRowElement>(null);
  const seen = useSeen(line, props.first);
  const mayWrite = props.mayWrite && (seen || changed);
  // A link to a parameter comes with it open: it should be in sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the page opens
  useEffect(() => {
    if (chosen) line.current?.scrollIntoView({ block: 'center' });
  }, []);
  const shown = valueText(parameter, text);
  const inTable = parameter.kind === 'table' || parameter.kind === 'rule';
  return (
    <tr
      ref={line}
      className={styles.row}
      data-changed={changed}
      aria-current={chosen ? 'true' : undefined}
    >
      <th scope="row" className={styles.label}>
        <TextButton told className={styles.name ?? ''} onClick={onOpen}>
          {label}
        </TextButton>
      </th>
      <td className={styles.value}>
        {mayWrite && !inTable ? (
          <>
            <span className={styles.screen}>
              <ParameterEditor parameter={parameter} />
            </span>
            <span className={styles.print}>{shown}</span>
          </>
        ) : (
          <>
            {shown}
            {parameter.kind === 'table' && (
              <TextButton className={`${styles.screen} ${styles.seeTable}`} onClick={onOpen}>
                {props.mayWrite ? text.editTable : text.seeTable}
              </TextButton>
            )}
          </>
        )}
      </td>
      <td>
        {inclusive !== null &&
          (mayWrite ? (
            <Form.Item
              noStyle
              name={['parameters', fieldOf(parameter.key), 'inclusive']}
              valuePropName="checked"
            >
              <Checkbox aria-label={text.inclusiveOf(label)} />
            </Form.Item>
          ) : inclusive ? (
            text.included
          ) : (
            text.excluded
          ))}
      </td>
      <td className={styles.quiet}>{basisText(basis, problems)}</td>
      <td className={styles.quiet}>
        {effectiveFrom} {setBy}
      </td>
    </tr>
  );
});
