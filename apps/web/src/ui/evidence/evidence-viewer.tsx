import { useQuery } from '@tanstack/react-query';
import { type Evidence, type EvidenceType, isPicture } from '@xuanpai/contracts/evidence';
import type { KeyboardEvent } from 'react';
import { evidenceBytesQuery, saveEvidence, useBlobAddress } from '../../lib/evidence.ts';
import { formatBytes, formatInstant } from '../../lib/format.ts';
import { useText } from '../../locales/use-text.ts';
import { Dialog } from '../dialog.tsx';
import { Failed } from '../table-states.tsx';
import { TextButton } from '../text-button.tsx';
import styles from './evidence.module.css';

/** Pictures, and pages where the browser has a viewer of its own. */
export function isShown(type: EvidenceType): boolean {
  return isPicture(type) || (type === 'pdf' && navigator.pdfViewerEnabled === true);
}

interface EvidenceViewerProps {
  items: readonly Evidence[];
  id: string;
  onShow: (id: string) => void;
  onClose: () => void;
}

/** One file large; arrows lead to the next. */
export function EvidenceViewer({ items, id, onShow, onClose }: EvidenceViewerProps) {
  const text = useText().evidence;
  const at = items.findIndex((one) => one.id === id);
  const item = items[at];
  if (!item) return null;
  const previous = items[at - 1];
  const next = items[at + 1];
  function keys({ key }: KeyboardEvent) {
    const to = { ArrowLeft: previous, ArrowRight: next }[key];
    if (to) onShow(to.id);
  }
  return (
    <Dialog
      title={item.name}
      width={1000}
      closable
      onClose={onClose}
      footer={
        <span className={styles.viewerLine}>
          <span className={styles.note}>
            {formatBytes(item.size)} {text.by(item.uploadedByName, formatInstant(item.uploadedAt))}
          </span>
          {previous && <TextButton onClick={() => onShow(previous.id)}>{text.previous}</TextButton>}
          {next && <TextButton onClick={() => onShow(next.id)}>{text.next}</TextButton>}
          <TextButton onClick={() => void saveEvidence(item)}>{text.download}</TextButton>
        </span>
      }
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrows work wherever the focus is */}
      <div className={styles.viewer} onKeyDown={keys}>
        <Whole key={item.id} item={item} />
      </div>
    </Dialog>
  );
}

const mimes: Partial<Record<EvidenceType, string>> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  pdf: 'application/pdf',
};

function Whole({ item }: { item: Evidence }) {
  const query = useQuery(evidenceBytesQuery(item.id, 'whole'));
  // Taken for what it was found to be, and for nothing else.
  const address = useBlobAddress(query.data, mimes[item.type] ?? 'application/octet-stream');
  if (query.error) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  if (!address) return null;
  if (isPicture(item.type)) return <img src={address} alt={item.name} />;
  // Chromium shows no PDF in a frame with `sandbox`. Its viewer keeps a page apart from ours by itself, and
  // bytes of this type are never taken for a page of ours.
  return <iframe src={address} title={item.name} />;
}
