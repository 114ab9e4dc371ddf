import type { WorkbookPackage } from '../workbook-package.ts';
import { StringReader } from '../workbook-parts.ts';
import { type CellNote, placeOf } from './notes.ts';

/** The notes that stood in a sheet before, as plain text. */
export async function notesOf(parts: WorkbookPackage, part: string): Promise<CellNote[]> {
  const notes: CellNote[] = [];
  const text = new StringReader();
  let place: ReturnType<typeof placeOf> = null;
  await parts.read(part, {
    open: (name, attributes) => {
      if (name === 'comment') place = placeOf(attributes.ref ?? '');
      text.open(name);
    },
    text: (characters) => text.text(characters),
    close: (name) => {
      text.close(name);
      if (name !== 'comment') return;
      const note = text.take();
      if (place !== null && note !== '') notes.push({ ...place, text: note });
    },
  });
  return notes;
}
