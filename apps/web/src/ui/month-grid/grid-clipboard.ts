/** Tables as Excel and WPS put them on the clipboard and take them from it. */

/** One line a row, each ended, as Excel does; a text with a tab, a line end or a quote in quotes. */
export function toTsv(table: readonly (readonly string[])[]): string {
  return table.map((row) => `${row.map(quoted).join('\t')}\r\n`).join('');
}

function quoted(text: string): string {
  return /[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function toHtml(table: readonly (readonly string[])[]): string {
  const rows = table.map(
    (row) => `<tr>${row.map((text) => `<td>${escaped(text)}</td>`).join('')}</tr>`,
  );
  return `<table>${rows.join('')}</table>`;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
}

/** Rows of texts; Excel ends the last line too, which is no row. */
export function readTsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at <= text.length) {
    const { value, next } = readField(text, at);
    row.push(value);
    const end = text[next];
    at = next + 1;
    if (end === '\t') continue;
    if (end === '\r' && text[at] === '\n') at += 1;
    rows.push(row);
    row = [];
    if (end === undefined) break;
    if (at >= text.length) break;
  }
  return rows;
}

function readField(text: string, from: number): { value: string; next: number } {
  if (text[from] === '"') {
    let value = '';
    let at = from + 1;
    while (at < text.length) {
      if (text[at] === '"' && text[at + 1] === '"') {
        value += '"';
        at += 2;
      } else if (text[at] === '"') {
        const next = at + 1;
        const after = text[next];
        if (after === undefined || after === '\t' || after === '\r' || after === '\n') {
          return { value, next };
        }
        break;
      } else {
        value += text[at];
        at += 1;
      }
    }
  }
  let next = from;
  while (next < text.length && !'\t\r\n'.includes(text[next] ?? '')) next += 1;
  return { value: text.slice(from, next), next };
}

/** The first table of a page fragment; merged cells keep their text at their first place. */
export function readHtml(html: string): string[][] {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const table = page.querySelector('table');
  if (!table) return [];
  const rows: string[][] = [];
  for (const [at, line] of [...table.querySelectorAll('tr')].entries()) {
    const row = rowOf(at);
    let col = 0;
    for (const cell of line.querySelectorAll('td, th')) {
      while (row[col] !== undefined) col += 1;
      const across = Math.max(1, Number(cell.getAttribute('colspan')) || 1);
      const down = Math.max(1, Number(cell.getAttribute('rowspan')) || 1);
      for (let y = 0; y < down; y += 1) {
        for (let x = 0; x < across; x += 1) {
          rowOf(at + y)[col + x] = x === 0 && y === 0 ? textOf(cell) : '';
        }
      }
      col += across;
    }
  }
  return rows.map((row) => Array.from(row, (text) => text ?? ''));

  function rowOf(at: number): string[] {
    const known = rows[at];
    if (known) return known;
    const made: string[] = [];
    rows[at] = made;
    return made;
  }
}

function textOf(cell: Element): string {
  return (cell.textContent ?? '').replace(/\s+/g, ' ').trim();
}

interface Clipboard {
  getData(type: string): string;
}

/** What was copied, as rows of texts; none where there is no text. */
export function readClipboard(data: Clipboard): string[][] {
  const plain = data.getData('text/plain');
  if (plain !== '') return readTsv(plain);
  return readHtml(data.getData('text/html'));
}
