import { useQueryClient } from '@tanstack/react-query';
import { plainDateSchema } from '@xuanpai/contracts/values';
import { useId, useState } from 'react';
import { showDone } from '../../lib/undo.ts';
import { ActDialog, DayField, TextField } from '../../ui/act-dialog.tsx';
import { Select } from '../../ui/select.tsx';
import styles from './grades.module.css';
import { forgetGrades } from './queries.ts';

export interface Field {
  key: string;
  label: string;
  kind: 'day' | 'line' | 'text' | 'choice';
  options?: readonly { value: string; label: string }[];
  /** What stands in it at first. */
  value?: string;
  optional?: boolean;
  /** Asked for only where another field holds one of these. */
  when?: readonly [key: string, ...values: string[]];
}

export type Values = Record<string, string>;

interface FieldsDialogProps<Answer> {
  title: string;
  body?: string;
  act: string;
  fields: readonly Field[];
  /** Only what is asked for, trimmed; what is empty is left out. */
  run: (values: Values) => Promise<Answer>;
  done: string | ((answer: Answer) => string);
  onClose: () => void;
}

/** An act with what has to be said of it. */
export function FieldsDialog<Answer>(props: FieldsDialogProps<Answer>) {
  const { fields, run, done, onClose } = props;
  const client = useQueryClient();
  const [values, setValues] = useState<Values>(() =>
    Object.fromEntries(fields.map(({ key, value = '' }) => [key, value])),
  );
  const asked = fields.filter(({ when }) => {
    const [key, ...wanted] = when ?? [];
    return key === undefined || wanted.includes(values[key] ?? '');
  });
  const ready = asked.every((field) => isReady(field, values[field.key] ?? ''));
  return (
    <ActDialog
      title={props.title}
      {...(props.body ? { body: props.body } : {})}
      act={props.act}
      ready={ready}
      run={async () => {
        const said = asked.map(({ key }) => [key, (values[key] ?? '').trim()] as const);
        const answer = await run(Object.fromEntries(said.filter(([, value]) => value !== '')));
        await forgetGrades(client);
        showDone(typeof done === 'string' ? done : done(answer));
      }}
      onClose={onClose}
    >
      {asked.map((field) => (
        <OneField
          key={field.key}
          field={field}
          value={values[field.key] ?? ''}
          onChange={(value) => setValues((before) => ({ ...before, [field.key]: value }))}
        />
      ))}
    </ActDialog>
  );
}

function isReady({ kind, optional }: Field, value: string): boolean {
  if (kind === 'day') return plainDateSchema.safeParse(value).success;
  return optional === true || value.trim() !== '';
}

interface OneFieldProps {
  field: Field;
  value: string;
  onChange: (value: string) => void;
}

function OneField({ field, value, onChange }: OneFieldProps) {
  const id = useId();
  const { kind, label, options = [] } = field;
  if (kind === 'day') {
    return <DayField label={label} value={value} onChange={(day) => onChange(day ?? '')} />;
  }
  if (kind === 'choice') {
    return (
      <div className={styles.entry}>
        <label htmlFor={id}>{label}</label>
        <Select
          id={id}
          value={value === '' ? null : value}
          options={[...options]}
          onChange={(next) => onChange(next ?? '')}
        />
      </div>
    );
  }
  return (
    <TextField
      label={label}
      value={value}
      rows={kind === 'line' ? 1 : 3}
      most={kind === 'line' ? 100 : 1000}
      onChange={onChange}
    />
  );
}
