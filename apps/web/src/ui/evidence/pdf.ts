import {
  GlobalWorkerOptions,
  getDocument,
  type PDFDocumentProxy,
  type PDFPageProxy,
  version,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerAddress from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

/** pdf.js, for the browsers of 2023: a chunk of its own, fetched when there is a PDF to draw. */

GlobalWorkerOptions.workerSrc = workerAddress;

const data = new URL(`/assets/pdf-${version}/`, location.href).href;

/** Nothing of a document is run, and nothing is taken from elsewhere. */
const strict = {
  isEvalSupported: false,
  useWasm: false,
  wasmUrl: `${data}wasm/`,
  cMapUrl: `${data}cmaps/`,
  cMapPacked: true,
  useWorkerFetch: true,
  useSystemFonts: true,
  enableXfa: false,
};

export type Pdf = PDFDocumentProxy;

/** Opens a document. Throws where it is broken or closed by a password. `close` frees it. */
export async function openPdf(blob: Blob): Promise<{ pdf: Pdf; close: () => void }> {
  const task = getDocument({ ...strict, data: await blob.arrayBuffer() });
  const pdf = await task.promise;
  return { pdf, close: () => void task.destroy() };
}

/** Draws a page as wide as that, in pixels of the screen. */
export async function drawPage(
  page: PDFPageProxy,
  canvas: HTMLCanvasElement,
  width: number,
): Promise<void> {
  const [most, dense] = [16_000_000, globalThis.devicePixelRatio || 1];
  const whole = page.getViewport({ scale: 1 });
  const scale = width / whole.width;
  // A large sheet at a large scale would take the memory of an old machine.
  const limit = Math.sqrt(most / (whole.width * scale * whole.height * scale));
  const viewport = page.getViewport({ scale: scale * Math.min(dense, limit) });
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  canvas.style.width = `${Math.floor(whole.width * scale)}px`;
  canvas.style.height = `${Math.floor(whole.height * scale)}px`;
  await page.render({ canvas, viewport }).promise;
}

/** The words on a page, for who can't see it; none of a scanned one. */
export async function wordsOf(page: PDFPageProxy): Promise<string> {
  const { items } = await page.getTextContent();
  return items.map((item) => ('str' in item ? item.str : '')).join(' ');
}
