import type { MeasureInput } from '@xuanpai/contracts/target-templates';
import { isNumeric } from '@xuanpai/domain/targets/measure-kind';
import { Form } from 'antd';
import { useText } from '../../../locales/use-text.ts';
import { ActButton } from '../../../ui/act-button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { formLayout } from '../../../ui/form-layout.ts';
import { BasisField, DueFields, OnlyKindsField, WeightField } from './measure-demands.tsx';
import { AimFields, KindField, NameField, SourceField } from './measure-subject.tsx';
import { WantedNumberFields, WantedRankField } from './measure-wanted.tsx';

interface MeasurePanelProps {
  measure: MeasureInput;
  /** The policy's number, where the measure takes that. */
  policyNumber: string | null;
  onChange: (measure: MeasureInput) => void;
  onClose: () => void;
}

/** One measure; every change is in the form at once, and saved with the whole. */
export function MeasurePanel({ measure, policyNumber, onChange, onClose }: MeasurePanelProps) {
  const text = useText().targets;
  const set = (next: Partial<MeasureInput>) => onChange({ ...measure, ...next });
  const fields = { measure, set };
  return (
    <Dialog
      title={measure.name}
      width={520}
      onClose={onClose}
      footer={
        <ActButton kind="primary" onClick={onClose}>
          {text.readyMeasure}
        </ActButton>
      }
    >
      <Form {...formLayout} component="div" aria-label={measure.name}>
        <AimFields {...fields} />
        <NameField {...fields} />
        <KindField {...fields} />
        <SourceField {...fields} />
        {isNumeric(measure.kind) && <WantedNumberFields {...fields} policyNumber={policyNumber} />}
        {measure.kind === 'rank' && <WantedRankField {...fields} />}
        <DueFields {...fields} />
        <WeightField {...fields} />
        <OnlyKindsField {...fields} />
        <BasisField {...fields} />
      </Form>
    </Dialog>
  );
}
