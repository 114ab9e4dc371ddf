import { type ImportKind, importKindSchema } from '@xuanpai/contracts/imports';
import { useId } from 'react';
import { useDay } from '../../lib/day.ts';
import { showDone } from '../../lib/undo.ts';
import { useUrlValue } from '../../lib/url-state.ts';
import { useText } from '../../locales/use-text.ts';
import { FileDrop } from '../../ui/file-drop.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { Progress } from '../../ui/progress.tsx';
import { Select } from '../../ui/select.tsx';
import { RunProgress } from './run-progress.tsx';
import styles from './upload-box.module.css';
import { useKinds } from './use-kinds.ts';
import { type Sending, useUpload } from './use-upload.ts';

/** Where the file goes in: as what, the box, how far it is, and why it was refused. */
export function UploadBox({ batchId }: { batchId: string | null }) {
  const { imports: text, ui } = useText();
  const { readOnly } = useDay();
  const upload = useUpload(batchId);
  const [given, setGiven] = useUrlValue('kind');
  const kind = importKindSchema.safeParse(given).data ?? null;
  const kinds = useKinds();
  const id = useId();
  if (readOnly) return <p className={styles.reading}>{ui.readOnly}</p>;
  return (
    <div className={styles.box}>
      <div className={styles.kind}>
        <label htmlFor={id}>{text.kind}</label>
        <Select<ImportKind | ''>
          id={id}
          value={kind ?? ''}
          onChange={(value) => setGiven(value || null)}
          options={[
            { value: '', label: text.kindGuess },
            ...kinds.map((value) => ({ value, label: text.kinds[value] })),
          ]}
        />
      </div>
      {upload.sending ? (
        <UnderWay sending={upload.sending} onStop={upload.stop} />
      ) : (
        <FileDrop
          label={text.drop}
          note={text.dropNote}
          accept=".xlsx,.csv,.txt,.tsv"
          onFile={(file) => void upload.send(file, kind)}
        />
      )}
      {upload.failed && (
        <ProblemAlert error={upload.failed.error} what={text.refused(upload.failed.file.name)} />
      )}
    </div>
  );
}

function UnderWay({ sending, onStop }: { sending: Sending; onStop: () => void }) {
  const text = useText().imports;
  const { file, sent, total, reading } = sending;
  const percent = `${total > 0 ? Math.round((sent / total) * 100) : 0}%`;
  const stop = () => {
    onStop();
    showDone(text.stopped(file.name));
  };
  if (reading) {
    return (
      <div className={styles.sending}>
        <span>{text.readingFile(file.name)}</span>
        <RunProgress
          progress={reading.progress}
          label={text.readingFile(file.name)}
          onStop={stop}
        />
      </div>
    );
  }
  return (
    <div className={styles.sending}>
      <span>{text.sending(file.name)}</span>
      <Progress
        label={text.sending(file.name)}
        done={sent}
        total={total}
        words={total > 0 && sent >= total ? text.reading : text.sent(percent)}
        onCancel={stop}
      />
    </div>
  );
}
