import type { Sharp } from 'sharp';
import { loadSharp } from '../large-packages.ts';
import { evidenceRefused } from './evidence-refused.ts';

/** Pixels of a picture: 100 million are 10,000 × 10,000. */
const mostPixels = 100_000_000;

/** Pixels of a thumbnail's longer side. */
const thumbnailSide = 480;

export interface Picture {
  /** As seen, with the right side up. */
  width: number;
  height: number;
  /** As in EXIF; 1 where it says nothing. */
  orientation: number;
  /** JPEG. */
  thumbnail: Buffer;
}

async function open(bytes: Buffer): Promise<Sharp> {
  const sharp = await loadSharp();
  return sharp(bytes, { limitInputPixels: mostPixels, failOn: 'truncated' });
}

/** Reads every pixel, so that what can't be shown isn't kept. Throws `evidenceRefused`. */
export async function readPicture(bytes: Buffer): Promise<Picture> {
  const picture = await open(bytes);
  const {
    width,
    height,
    orientation = 1,
    autoOrient,
  } = await picture.metadata().catch(() => {
    throw evidenceRefused('damaged');
  });
  if (width * height > mostPixels) throw evidenceRefused('pixels');
  const thumbnail = await thumbnailOf(picture).catch(() => {
    throw evidenceRefused('damaged');
  });
  return { width: autoOrient.width, height: autoOrient.height, orientation, thumbnail };
}

/** A small JPEG with nothing of the camera in it. */
export async function makeThumbnail(bytes: Buffer): Promise<Buffer> {
  return thumbnailOf(await open(bytes));
}

function thumbnailOf(picture: Sharp): Promise<Buffer> {
  return picture
    .autoOrient()
    .resize(thumbnailSide, thumbnailSide, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 78 })
    .toBuffer();
}
