import { useQuery } from '@tanstack/react-query';
import {
  type Evidence as EvidenceItem,
  type EvidenceOwner,
  evidenceAccept,
} from '@xuanpai/contracts/evidence';
import { Checkbox } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useDay } from '../../lib/day.ts';
import {
  evidenceQuery,
  saveEvidence,
  useEvidenceUploads,
  useRemoveEvidence,
} from '../../lib/evidence.ts';
import { useKnown } from '../../lib/known.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { confirm } from '../confirm.tsx';
import { FileDrop } from '../file-drop.tsx';
import { Failed } from '../table-states.tsx';
import styles from './evidence.module.css';
import { EvidenceTile } from './evidence-tile.tsx';
import { EvidenceViewer, isShown } from './evidence-viewer.tsx';
import { SendingLine } from './sending-line.tsx';

interface EvidenceProps {
  owner: EvidenceOwner;
  /** Only what is there: no box to add to, for pages that are read. */
  reads?: boolean;
  /** Pictures as large as a text is wide: to be read and printed with it. */
  large?: boolean;
}

/** The files of a row: thumbnails, a viewer, and where the row may be written, adding and removing. */
export function Evidence({ owner, reads = false, large = false }: EvidenceProps) {
  const text = useText().evidence;
  const { day, readOnly } = useDay();
  const known = useKnown();
  const query = useQuery(evidenceQuery(owner, readOnly ? { on: day, known } : null));
  const uploads = useEvidenceUploads(owner, query.data?.megabytes ?? 0);
  const remove = useRemoveEvidence(owner);
  const [open, setOpen] = useState<string | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const writable = !reads && !readOnly && query.data?.writable === true;
  usePastedFiles(box, writable ? uploads.send : null);
  if (query.error) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return null;
  const { items, locked, megabytes } = query.data;
  const shown = items.filter(({ type }) => isShown(type));

  const show = (item: EvidenceItem) =>
    isShown(item.type) ? setOpen(item.id) : void saveEvidence(item);
  async function take(item: EvidenceItem) {
    let wholly = false;
    const done = await confirm({
      title: text.removeTitle(item.name),
      body: (
        <>
          <p>{text.removeBody}</p>
          <Checkbox
            onChange={(event) => {
              wholly = event.target.checked;
            }}
          >
            {text.removeWholly}
          </Checkbox>
        </>
      ),
      act: text.remove,
      danger: true,
      run: () => remove(item, wholly),
    });
    if (done) showDone(text.removed(item.name));
  }

  return (
    <div ref={box} className={styles.box} data-evidence={writable ? 'open' : 'shut'}>
      {items.length > 0 && (
        <ul className={styles.tiles} data-large={large} aria-label={text.title}>
          {items.map((item) => (
            <EvidenceTile
              key={item.id}
              item={item}
              onOpen={() => show(item)}
              onRemove={writable ? () => void take(item) : null}
            />
          ))}
        </ul>
      )}
      {items.length === 0 && !writable && <p className={styles.note}>{text.none}</p>}
      {uploads.sending.map((one) => (
        <SendingLine
          key={one.key}
          sending={one}
          onDrop={() => uploads.drop(one.key)}
          onAgain={() => uploads.again(one.key)}
        />
      ))}
      {writable && (
        <FileDrop
          label={text.add}
          note={text.addNote(megabytes)}
          accept={evidenceAccept}
          multiple
          low
          onFile={(file) => uploads.send([file])}
        />
      )}
      {!reads && !readOnly && locked && <p className={styles.note}>{locked}</p>}
      {open !== null && (
        <EvidenceViewer items={shown} id={open} onShow={setOpen} onClose={() => setOpen(null)} />
      )}
    </div>
  );
}

/** Files pasted where nothing is being typed; of several boxes the one with the focus, else the first. */
function usePastedFiles(
  box: React.RefObject<HTMLDivElement | null>,
  onFiles: ((files: File[]) => void) | null,
) {
  const take = useRef(onFiles);
  take.current = onFiles;
  useEffect(() => {
    function paste(event: ClipboardEvent) {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0 || !take.current || isTyped(event.target)) return;
      const boxes = [...document.querySelectorAll('[data-evidence="open"]')];
      const chosen = boxes.find((one) => one.contains(document.activeElement)) ?? boxes[0];
      if (chosen !== box.current) return;
      event.preventDefault();
      take.current(files);
    }
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  }, [box]);
}

const isTyped = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLInputElement && target.type !== 'file'));
