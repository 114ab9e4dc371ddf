import type { DragEvent, ReactNode } from 'react';
import { useState } from 'react';
import styles from './file-drop.module.css';
import { Icon } from './icon.tsx';

interface FileDropProps {
  /** 把表格拖到这里,或点击选择. */
  label: string;
  /** A second line: which files are taken. */
  note?: ReactNode;
  /** As the file field takes it: `.xlsx,.csv`. */
  accept: string;
  /** Takes several at a time: `onFile` is called for each. */
  multiple?: boolean;
  /** One line high: below a list of files. */
  low?: boolean;
  onFile: (file: File) => void;
}

/** Takes a file, dropped or chosen; the whole box is the file field's label. */
export function FileDrop({ label, note, accept, multiple, low, onFile }: FileDropProps) {
  const [over, setOver] = useState(false);
  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  }
  function take(files: FileList | null) {
    for (const file of [...(files ?? [])].slice(0, multiple ? undefined : 1)) onFile(file);
  }
  return (
    <label
      className={styles.drop}
      data-over={over}
      data-low={low ?? false}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <input
        type="file"
        className="visually-hidden"
        accept={accept}
        multiple={multiple ?? false}
        onChange={(event) => {
          // Emptied, so that the same file can be chosen again; the list goes with it.
          take(event.target.files);
          event.target.value = '';
        }}
      />
      <Icon name="upload" size={18} />
      <span className={styles.label}>{label}</span>
      {note && <span className={styles.note}>{note}</span>}
    </label>
  );
}
