import { useQuery } from '@tanstack/react-query';
import type { Evidence } from '@xuanpai/contracts/evidence';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { evidenceBytesQuery } from '../../lib/evidence.ts';
import styles from './evidence.module.css';

/** A larger one isn't fetched for a picture of its first page. */
const most = 5_000_000;
const width = 132;

interface PdfThumbnailProps {
  item: Evidence;
  /** Until it is drawn, and where it can't be. */
  instead: ReactNode;
}

/** The first page of a PDF, drawn once it is to be seen. */
export function PdfThumbnail({ item, instead }: PdfThumbnailProps) {
  const box = useRef<HTMLSpanElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [seen, setSeen] = useState(false);
  const [drawn, setDrawn] = useState(false);
  const { data } = useQuery({
    ...evidenceBytesQuery(item.id, 'whole'),
    enabled: seen && item.size <= most,
  });
  useEffect(() => {
    const watch = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) setSeen(true);
    });
    if (box.current) watch.observe(box.current);
    return () => watch.disconnect();
  }, []);
  useEffect(() => {
    let gone = false;
    async function draw(blob: Blob) {
      const { drawPage, openPdf } = await import('./pdf.ts');
      const { pdf, close } = await openPdf(blob);
      try {
        const page = await pdf.getPage(1);
        if (!gone && canvas.current) await drawPage(page, canvas.current, width);
        if (!gone) setDrawn(true);
      } finally {
        close();
      }
    }
    // The name and the sign of a file stay where its page can't be drawn; opening it says why.
    if (data) draw(data).catch(() => undefined);
    return () => {
      gone = true;
    };
  }, [data]);
  return (
    <span ref={box} className={styles.look} data-page={drawn}>
      {!drawn && instead}
      <canvas ref={canvas} hidden={!drawn} aria-hidden />
    </span>
  );
}
