import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the checkout, wherever the command was typed. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** What the scripts remember; it goes with node_modules, which it describes. */
export const cache = join(root, 'node_modules', '.cache', 'xuanpai');

export function at(...parts) {
  return join(root, ...parts);
}
