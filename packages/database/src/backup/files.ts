import { join } from 'node:path';

/** Held, shared, while files get their rows or are put into a backup; a sweep of files takes it alone. */
export const filesLock = 72_707_380;

/** Where the files of the rows lie, in the folder of a seed's data. */
export function filesDir(dataDir: string): string {
  return join(dataDir, 'files');
}
