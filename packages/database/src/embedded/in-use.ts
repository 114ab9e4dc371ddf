import { type DataDirChoice, embeddedDataDir } from './data-dir.ts';
import { folderInUse, readOwner } from './owner.ts';

/**
 * The words for a second start, null when the folder is free; asked before anything is built.
 * @public by scripts/start.mjs
 */
export function whoServes(choice: DataDirChoice): string | null {
  const dataDir = embeddedDataDir(choice);
  const owner = readOwner(dataDir);
  return owner ? folderInUse(dataDir, owner).message : null;
}
