import type { Import } from '@xuanpai/contracts/imports';
import { formatNumber } from '../../lib/format.ts';
import { useText } from '../../locales/use-text.ts';
import type { Dictionary } from '../../locales/zh-cn.ts';
import { Progress } from '../../ui/progress.tsx';

interface RunProgressProps {
  progress: Import['progress'];
  label: string;
  onStop?: () => void;
}

/** How far the reading or writing of an import is, and the way out of it. */
export function RunProgress({ progress, label, onStop }: RunProgressProps) {
  const text = useText().imports;
  return (
    <Progress
      label={label}
      done={progress?.done ?? 0}
      total={progress?.total ?? 0}
      words={wordsOf(progress, text)}
      {...(onStop ? { onCancel: onStop } : {})}
    />
  );
}

function wordsOf(progress: Import['progress'], text: Dictionary['imports']): string {
  if (!progress) return '';
  const { step, done, total, ahead } = progress;
  const rows = [formatNumber(done), formatNumber(total)] as const;
  switch (step) {
    case 'waiting':
      return ahead > 0 ? text.steps.ahead(ahead) : text.steps.waiting;
    case 'reading':
      return text.steps.reading;
    case 'checking':
      return text.steps.checking(...rows);
    case 'writing':
      return text.steps.writing(...rows);
  }
}
