import { useQueryClient } from '@tanstack/react-query';
import {
  type CompetitionResult,
  competitionResults,
  competitionResultWords,
} from '@xuanpai/contracts/benefit-words';
import {
  type BenefitDetail,
  exportBenefitCertificate,
  useBenefit,
} from '@xuanpai/contracts/benefits';
import { isTotal, withBonus } from '@xuanpai/domain/benefits/calculator';
import { Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { call } from '../../lib/api.ts';
import { useDay } from '../../lib/day.ts';
import { useDraft } from '../../lib/form.ts';
import { useFormAct } from '../../lib/form-act.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { DateField, dateRule } from '../../ui/date-field.tsx';
import { ExportButton } from '../../ui/export-button.tsx';
import { formLayout } from '../../ui/form-layout.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { Select } from '../../ui/select.tsx';
import { PanelPart } from '../../ui/side-panel.tsx';
import styles from './benefits.module.css';
import { forgetBenefits } from './queries.ts';

interface Values {
  rawTotal: string;
  competition: string;
  heldOn: string;
  documentNumber: string;
  result: CompetitionResult;
}

/** The calculator, the certificate, and the use where it may be recorded. */
export function UsePart({ benefit }: { benefit: BenefitDetail }) {
  const text = useText().benefits;
  const { percent, use, acts } = benefit;
  if (percent === null) return null;
  const certificate = (rawTotal: string | undefined) => (
    <ExportButton
      endpoint={exportBenefitCertificate}
      parts={{
        params: { cadreId: benefit.cadreId },
        query: rawTotal && isTotal(rawTotal) ? { rawTotal } : {},
      }}
      label={text.certificate}
    />
  );
  if (use) return <PanelPart>{certificate(undefined)}</PanelPart>;
  return (
    <PanelPart
      title={acts.includes('use') ? text.recordUse : text.calculator}
      note={acts.includes('use') ? text.recordUseNote : undefined}
    >
      <UseForm benefit={benefit} percent={percent} certificate={certificate} />
    </PanelPart>
  );
}

interface UseFormProps {
  benefit: BenefitDetail;
  percent: number;
  certificate: (rawTotal: string | undefined) => ReactNode;
}

function UseForm({ benefit, percent, certificate }: UseFormProps) {
  const { benefits: text, ui } = useText();
  const client = useQueryClient();
  const { today } = useDay();
  const { cadreId, cadreName, acts } = benefit;
  const [form] = Form.useForm<Values>();
  const draft = useDraft(`benefitUse ${cadreId}`, form);
  const rawTotal: string | undefined = Form.useWatch('rawTotal', form);
  const may = acts.includes('use');
  const sent = useFormAct(form, {
    send: (values: Values) =>
      call(useBenefit, { params: { cadreId }, body: { ...values, percent } }),
    onDone: async () => {
      draft.clear();
      await forgetBenefits(client);
      showDone(text.recorded(cadreName, percent));
    },
  });
  const required = { required: true, message: text.missing };
  return (
    <Form
      {...formLayout}
      labelCol={{ flex: '124px' }}
      form={form}
      onValuesChange={draft.onValuesChange}
      initialValues={{ heldOn: today, result: 'pending' }}
      onFinish={sent.submit}
      aria-label={may ? text.recordUse : text.calculator}
    >
      <Form.Item
        name="rawTotal"
        label={text.rawTotal}
        extra={text.rawTotalHint}
        rules={[
          required,
          {
            validator: (_: unknown, typed: string | undefined) =>
              !typed || isTotal(typed)
                ? Promise.resolve()
                : Promise.reject(new Error(text.notATotal)),
          },
        ]}
      >
        <Input inputMode="decimal" autoComplete="off" style={{ width: 150 }} />
      </Form.Item>
      <p className={styles.sum} aria-live="polite">
        {rawTotal && isTotal(rawTotal)
          ? text.reckoned(rawTotal, percent, withBonus(rawTotal, percent))
          : `${percent}%`}
      </p>
      {may && (
        <>
          <Form.Item name="competition" label={text.competition} rules={[required]}>
            <Input autoComplete="off" maxLength={120} />
          </Form.Item>
          <Form.Item name="heldOn" label={text.heldOn} rules={[required, dateRule('day', ui)]}>
            <DateField />
          </Form.Item>
          <Form.Item name="documentNumber" label={text.document} rules={[required]}>
            <Input autoComplete="off" maxLength={80} />
          </Form.Item>
          <Form.Item name="result" label={text.result}>
            <Select
              aria-label={text.result}
              options={competitionResults.map((value) => ({
                value,
                label: word(competitionResultWords[value]),
              }))}
            />
          </Form.Item>
        </>
      )}
      {sent.problem && (
        <Form.Item>
          <ProblemAlert error={sent.problem} />
        </Form.Item>
      )}
      <div className={styles.acts}>
        {may && (
          <ActButton kind="primary" submits busy={sent.busy}>
            {text.recordUse}
          </ActButton>
        )}
        {certificate(rawTotal)}
      </div>
    </Form>
  );
}
