import type { Weighing } from '@xuanpai/contracts/plan-variants';
import type { PolicyParameter } from '@xuanpai/contracts/policy';
import type { Json } from '@xuanpai/contracts/values';
import { InputNumber } from 'antd';
import { basisText } from '../../../lib/basis.ts';
import { formatChange, formatNumber } from '../../../lib/format.ts';
import { useText } from '../../../locales/use-text.ts';
import type { Dictionary } from '../../../locales/zh-cn.ts';
import { TextButton } from '../../../ui/text-button.tsx';
import styles from './weights.module.css';

type Contribution = Weighing['contributions'][number];

interface WeightRowProps {
  parameter: PolicyParameter;
  /** Undefined: as the policy has it. */
  tried: Json | undefined;
  faulty: boolean;
  now: Contribution | null;
  after: Contribution | null;
  mayTry: boolean;
  onTry: (value: Json) => void;
  onOpen: () => void;
}

/** A weight: what it means, on what it rests, its value and the one tried, and what each gives. */
export function WeightRow(props: WeightRowProps) {
  const { parameter, tried, now, after } = props;
  const { whatIf: text, policy, problems } = useText();
  const { key, label, basis, effectiveFrom, kind } = parameter;
  const change = now && after ? after.points - now.points : 0;
  return (
    <tr className={styles.row} data-changed={tried !== undefined}>
      <th scope="row">
        <span className={styles.label}>{label}</span>
        <span className={styles.meaning}>{text.meanings[key]}</span>
      </th>
      <td className={styles.basis}>
        {basisText(basis, problems)}
        <span className={styles.since}>{effectiveFrom}</span>
      </td>
      <td className={styles.figure}>{kind === 'number' ? numberText(parameter, policy) : '–'}</td>
      <td className={styles.field}>
        {kind === 'number' ? <NumberField {...props} /> : <Table {...props} />}
      </td>
      <td className={styles.figure}>{now && <Quantity of={now} />}</td>
      <td className={styles.figure}>{now ? formatNumber(now.points, 1) : text.inMatch}</td>
      <td className={styles.figure}>{after && formatNumber(after.points, 1)}</td>
      <td className={styles.figure} data-change={Math.sign(change)}>
        {now && after && change !== 0 && formatChange(change)}
      </td>
    </tr>
  );
}

function numberText({ value, unit }: PolicyParameter, text: Dictionary['policy']): string {
  const number = Number(value);
  return text.withUnit(formatNumber(number, Number.isInteger(number) ? 0 : 2), unit);
}

function NumberField({ parameter, tried, faulty, mayTry, onTry }: WeightRowProps) {
  const text = useText().whatIf;
  const { label, value, range } = parameter;
  const shown = tried === undefined ? value : tried;
  if (!mayTry) return <>{tried === undefined ? '–' : String(tried)}</>;
  return (
    <InputNumber
      aria-label={text.triedOf(label)}
      controls={false}
      keyboard={false}
      style={{ width: 96 }}
      {...(faulty ? { status: 'error' as const } : {})}
      {...(range ? { min: range.least, max: range.most, precision: range.decimals } : {})}
      value={typeof shown === 'number' ? shown : null}
      onChange={(next) => onTry(next)}
    />
  );
}

function Table({ tried, faulty, mayTry, onOpen }: WeightRowProps) {
  const text = useText().whatIf;
  return (
    <span className={faulty ? styles.faulty : undefined}>
      {tried === undefined ? text.tableSame : text.tableTried}{' '}
      <TextButton onClick={onOpen}>{mayTry ? text.editTable : text.seeTable}</TextButton>
    </span>
  );
}

/** 63 pairs; of levels how many at each. */
function Quantity({ of: { key, quantity, levels } }: { of: Contribution }) {
  const text = useText().whatIf;
  const decimals = Number.isInteger(quantity) ? 0 : 2;
  const title = levels.map(({ level, people }) => text.levels(level, people)).join(' ');
  return (
    <span title={title || undefined}>
      {formatNumber(quantity, decimals)}
      <span className={styles.unit}>{text.units[key]}</span>
    </span>
  );
}
