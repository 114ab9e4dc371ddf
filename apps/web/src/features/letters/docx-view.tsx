import { useEffect, useRef, useState } from 'react';
import { loadScript } from '../../lib/load-script.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import styles from './letters.module.css';

interface DocxViewProps {
  /** What is shown, for screen readers. */
  label: string;
  /** Said until it is drawn. */
  drawing: string;
  file: Blob;
}

/**
 * A document as it would be printed. In a shadow tree, so that its styles stay inside, and as sheets
 * of the tree: a style written into the page would be refused by its content policy.
 */
export function DocxView({ label, drawing, file }: DocxViewProps) {
  const host = useRef<HTMLElement>(null);
  const [error, setError] = useState<unknown>(null);
  const [drawn, setDrawn] = useState(false);
  useEffect(() => {
    let current = true;
    setError(null);
    draw(file)
      .then(({ pages, sheets }) => {
        const { current: element } = host;
        if (!current || !element) return;
        const tree = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
        tree.adoptedStyleSheets = sheets;
        tree.replaceChildren(...pages);
        setDrawn(true);
      })
      .catch((problem: unknown) => current && setError(problem));
    return () => {
      current = false;
    };
  }, [file]);
  if (error !== null) return <ProblemAlert error={error} />;
  return (
    <>
      {!drawn && <p role="status">{drawing}</p>}
      <section ref={host} className={styles.document} aria-label={label} />
    </>
  );
}

async function draw(file: Blob) {
  const { parseAsync, renderDocument } = await loadScript(() => import('docx-preview'));
  const options = { renderAltChunks: false, ignoreLastRenderedPageBreak: true, useBase64URL: true };
  const nodes = await renderDocument(await parseAsync(file, options), options);
  const isStyle = (node: Node): node is HTMLStyleElement => node instanceof HTMLStyleElement;
  const sheets = nodes.filter(isStyle).map((style) => sheetOf(style.textContent ?? ''));
  return {
    pages: nodes.filter((node) => !isStyle(node) && node.nodeType === Node.ELEMENT_NODE),
    sheets: [...sheets, sheetOf(narrow)],
  };
}

function sheetOf(text: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}

/** Pages stand close together, as large as the panel allows. */
const narrow = `
  .docx-wrapper { background: none !important; padding: 0 !important; align-items: start !important; }
  .docx-wrapper > section.docx { margin-bottom: 12px !important; box-shadow: 0 0 0 1px #d9d9d9 !important; color: #000; }
`;
