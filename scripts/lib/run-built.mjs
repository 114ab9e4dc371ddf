import { bootstrap } from '../bootstrap.mjs';
import { at } from './places.mjs';
import { stopWith } from './stop.mjs';

/** Runs a command of apps/api/dist with the arguments of this one; built first where that is due. */
export async function runBuilt(name) {
  try {
    await bootstrap('api');
  } catch (error) {
    stopWith(error);
  }
  await import(at('apps/api/dist', `${name}.js`));
}
