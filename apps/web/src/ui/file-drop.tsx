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
  onFile: (file: File) => void;
}

/** Takes one file, dropped or chosen; the whole box is the file field's label. */
export function FileDrop({ label, note, accept, onFile }: FileDropProps) {
  const [over, setOver] = useState(false);
  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file) onFile(file);
  }
  return (
    <label
      className={styles.drop}
      data-over={over}
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
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file) onFile(file);
        }}
      />
      <Icon name="upload" size={18} />
      <span className={styles.label}>{label}</span>
      {note && <span className={styles.note}>{note}</span>}
    </label>
  );
}
