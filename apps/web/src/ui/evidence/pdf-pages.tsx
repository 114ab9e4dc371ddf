import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useText } from '../../locales/use-text.ts';
import { TextButton } from '../text-button.tsx';
import styles from './evidence.module.css';
import type { Pdf } from './pdf.ts';

interface PdfPagesProps {
  blob: Blob;
  name: string;
}

const scales = [0.5, 0.75, 1, 1.5, 2, 3];
const whole = scales.indexOf(1);

/** A PDF page by page: PageUp and PageDown turn, + and − make it larger and smaller. */
export function PdfPages({ blob, name }: PdfPagesProps) {
  const text = useText().evidence;
  const { pdf, failed } = usePdf(blob);
  const [page, setPage] = useState(1);
  const [zoom, setZoom] = useState(whole);
  const box = useRef<HTMLElement>(null);
  if (failed) return <p className={styles.note}>{text.pdfFailed}</p>;
  if (!pdf) return <p className={styles.note}>{text.pdfOpening}</p>;
  const of = { page, pages: pdf.numPages, zoom };
  function move({ page: to = page, zoom: by = zoom }: Move) {
    setPage(Math.min(of.pages, Math.max(1, to)));
    setZoom(Math.min(scales.length - 1, Math.max(0, by)));
    if (to !== page) box.current?.scrollTo({ top: 0 });
  }
  function keys(event: KeyboardEvent) {
    const to = moveOf(event.key, of);
    if (!to || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    move(to);
  }
  const scale = scales[zoom] ?? 1;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys work wherever in it the focus is
    <div className={styles.pdf} onKeyDown={keys}>
      <PdfLine of={of} scale={scale} onMove={move} />
      <section
        ref={box}
        className={styles.paper}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
        tabIndex={0}
        aria-label={`${name} ${text.pageOf(page, of.pages)}`}
      >
        <Page key={page} pdf={pdf} number={page} scale={scale} />
      </section>
    </div>
  );
}

interface Place {
  page: number;
  pages: number;
  zoom: number;
}
type Move = Partial<Pick<Place, 'page' | 'zoom'>>;

/** Where a key leads; undefined for keys without a meaning here. */
function moveOf(key: string, { page, pages, zoom }: Place): Move | undefined {
  const moves = new Map<string, Move>([
    ['PageUp', { page: page - 1 }],
    ['PageDown', { page: page + 1 }],
    ['Home', { page: 1 }],
    ['End', { page: pages }],
    ['+', { zoom: zoom + 1 }],
    ['=', { zoom: zoom + 1 }],
    ['-', { zoom: zoom - 1 }],
  ]);
  return moves.get(key);
}

interface PdfLineProps {
  of: Place;
  scale: number;
  onMove: (to: Move) => void;
}

function PdfLine({ of: { page, pages, zoom }, scale, onMove }: PdfLineProps) {
  const text = useText().evidence;
  return (
    <div className={styles.pdfLine}>
      <TextButton onClick={() => onMove({ page: page - 1 })} aria-disabled={page === 1}>
        {text.pageBefore}
      </TextButton>
      <span aria-live="polite">{text.pageOf(page, pages)}</span>
      <TextButton onClick={() => onMove({ page: page + 1 })} aria-disabled={page === pages}>
        {text.pageAfter}
      </TextButton>
      <TextButton onClick={() => onMove({ zoom: zoom - 1 })} aria-disabled={zoom === 0}>
        {text.smaller}
      </TextButton>
      <span>{Math.round(scale * 100)}%</span>
      <TextButton
        onClick={() => onMove({ zoom: zoom + 1 })}
        aria-disabled={zoom === scales.length - 1}
      >
        {text.larger}
      </TextButton>
    </div>
  );
}

interface PageProps {
  pdf: Pdf;
  number: number;
  scale: number;
}

/** A page as wide as there is room for, times the scale; its words beside it for who can't see it. */
function Page({ pdf, number, scale }: PageProps) {
  const text = useText().evidence;
  const canvas = useRef<HTMLCanvasElement>(null);
  const [words, setWords] = useState('');
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let gone = false;
    async function draw() {
      const { drawPage, wordsOf } = await import('./pdf.ts');
      const page = await pdf.getPage(number);
      const place = canvas.current;
      if (gone || !place) return;
      const room = Math.min(place.parentElement?.clientWidth ?? most, most);
      await drawPage(page, place, room * scale);
      const said = await wordsOf(page);
      if (!gone) setWords(said);
    }
    draw().catch(() => {
      if (!gone) setFailed(true);
    });
    return () => {
      gone = true;
    };
  }, [pdf, number, scale]);
  if (failed) return <p className={styles.note}>{text.pdfFailed}</p>;
  return (
    <>
      <canvas ref={canvas} aria-hidden />
      <p className="visually-hidden">{words}</p>
    </>
  );
}

/** Wider than this a page isn't drawn at 100 %. */
const most = 920;

/** The document that the bytes are, as long as it is shown. */
function usePdf(blob: Blob) {
  const [pdf, setPdf] = useState<Pdf | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let gone = false;
    let free: (() => void) | null = null;
    async function open() {
      const { openPdf } = await import('./pdf.ts');
      const opened = await openPdf(blob);
      free = opened.close;
      if (gone) free();
      else setPdf(opened.pdf);
    }
    open().catch(() => {
      if (!gone) setFailed(true);
    });
    return () => {
      gone = true;
      free?.();
    };
  }, [blob]);
  return { pdf, failed };
}
