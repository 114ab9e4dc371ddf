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
import { PdfPages } from './pdf-pages.tsx';

/** Pictures, and pages of PDFs. */
export function isShown(type: EvidenceType): boolean {
  return isPicture(type) || type === 'pdf';
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

function Whole({ item }: { item: Evidence }) {
  const query = useQuery(evidenceBytesQuery(item.id, 'whole'));
  if (query.error) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return null;
  if (item.type === 'pdf') return <PdfPages blob={query.data} name={item.name} />;
  return <Picture blob={query.data} item={item} />;
}

function Picture({ blob, item }: { blob: Blob; item: Evidence }) {
  // Taken for what it was found to be, and for nothing else.
  const address = useBlobAddress(blob, item.type === 'png' ? 'image/png' : 'image/jpeg');
  return address && <img src={address} alt={item.name} />;
}
