import { useQuery } from '@tanstack/react-query';
import { type Evidence, evidenceTypeWords, isPicture } from '@xuanpai/contracts/evidence';
import { evidenceBytesQuery, useBlobAddress } from '../../lib/evidence.ts';
import { formatBytes, formatInstant } from '../../lib/format.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { Icon } from '../icon.tsx';
import styles from './evidence.module.css';
import { isShown } from './evidence-viewer.tsx';
import { PdfThumbnail } from './pdf-thumbnail.tsx';

interface EvidenceTileProps {
  item: Evidence;
  onOpen: () => void;
  onRemove: (() => void) | null;
}

/** A file as a small picture with its name; a click shows it, or saves what can't be shown. */
export function EvidenceTile({ item, onOpen, onRemove }: EvidenceTileProps) {
  const text = useText().evidence;
  const { name, type, size, uploadedByName, uploadedAt } = item;
  const says = text.by(uploadedByName, formatInstant(uploadedAt));
  return (
    <li className={styles.tile}>
      <button
        type="button"
        className={styles.open}
        title={`${name}\n${word(evidenceTypeWords[type])} ${formatBytes(size)}\n${says}`}
        onClick={onOpen}
      >
        <span className="visually-hidden">{isShown(type) ? text.open : text.download} </span>
        <Look item={item} />
        <span className={styles.name}>{name}</span>
        <span className={styles.size}>{formatBytes(size)}</span>
      </button>
      {onRemove && (
        <button
          type="button"
          className={styles.remove}
          aria-label={text.removeOne(name)}
          onClick={onRemove}
        >
          <Icon name="trash" size={14} />
        </button>
      )}
    </li>
  );
}

function Look({ item }: { item: Evidence }) {
  if (isPicture(item.type)) return <Thumbnail item={item} />;
  if (item.type === 'pdf') return <PdfThumbnail item={item} instead={<Sign type={item.type} />} />;
  return (
    <span className={styles.look}>
      <Sign type={item.type} />
    </span>
  );
}

function Thumbnail({ item }: { item: Evidence }) {
  const { data } = useQuery(evidenceBytesQuery(item.id, 'small'));
  const address = useBlobAddress(data, 'image/jpeg');
  return (
    <span className={styles.look}>{address && <img src={address} alt="" draggable={false} />}</span>
  );
}

function Sign({ type }: { type: string }) {
  return (
    <>
      <Icon name="file" size={28} />
      <span className={styles.ending}>{type.toUpperCase()}</span>
    </>
  );
}
