import type { Mark as PartState } from '@xuanpai/contracts/evaluation-people';
import { useText } from '../../locales/use-text.ts';
import { Mark, type MarkShape, type Tone } from '../../ui/mark.tsx';

const looks: Readonly<Record<PartState, readonly [MarkShape, Tone]>> = {
  none: ['circle', 'grey'],
  part: ['half', 'blue'],
  done: ['disc', 'green'],
};

/** How far a part is, with its word for screen readers. */
export function PartMark({ state }: { state: PartState }) {
  const text = useText().evaluationEntry.marks;
  const [shape, tone] = looks[state];
  return (
    <>
      <Mark shape={shape} tone={tone} />
      <span className="visually-hidden">{text[state]}</span>
    </>
  );
}
