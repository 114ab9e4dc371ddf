import { saveFile } from '../../lib/download.ts';

/** Pixels of the picture for each of the page, so that it prints well. */
const scale = 2;

/**
 * Saves a drawn chart as a picture with the colours that the page has now. Where the browser can't
 * turn the drawing into points, the drawing itself is saved.
 */
export async function savePicture(box: HTMLElement, name: string): Promise<void> {
  const svg = box.querySelector('svg');
  if (!svg) return;
  const { width, height } = svg.getBoundingClientRect();
  const style = getComputedStyle(document.documentElement);
  const text = new XMLSerializer()
    .serializeToString(svg)
    .replace(/var\((--[\w-]+)\)/g, (_, token: string) => style.getPropertyValue(token).trim());
  const drawing = new Blob([text], { type: 'image/svg+xml' });
  const address = URL.createObjectURL(drawing);
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width * scale;
    canvas.height = height * scale;
    const pen = canvas.getContext('2d');
    if (!pen) throw new Error('no canvas');
    pen.fillStyle = style.getPropertyValue('--bg').trim();
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(image, 0, 0, canvas.width, canvas.height);
    const points = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
    if (!points) throw new Error('no picture');
    saveFile(`${name}.png`, points);
  } catch {
    saveFile(`${name}.svg`, drawing);
  } finally {
    URL.revokeObjectURL(address);
  }
}
