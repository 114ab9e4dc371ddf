import { useText } from '../../locales/use-text.ts';
import { Section } from '../../ui/section.tsx';
import { Skeleton } from '../../ui/table-states.tsx';
import { StepTable } from './step-table.tsx';
import type { Standing, Step } from './steps.ts';

interface StepSectionProps {
  standing: Standing;
  /** Empty while the standing is being read. */
  steps: readonly Step[];
  next: Step | null;
}

export function StepSection({ standing, steps, next }: StepSectionProps) {
  const text = useText().batches;
  if (steps.length === 0) return <Skeleton lines={6} />;
  const done = steps.filter((step) => step.done).length;
  return (
    <Section title={text.steps} note={text.stepsNote(done, steps.length)}>
      <StepTable standing={standing} steps={steps} next={next} />
    </Section>
  );
}
