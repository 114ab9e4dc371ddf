import { joinEmbedded } from '@xuanpai/database/embedded/join';
import { Keyring } from '../lib/keyring.ts';
import type { OnEnd } from './run-command.ts';
import type { Settings } from './settings.ts';

export interface OpenDatabase {
  url: string;
  /** Null: a database of one's own, and no keys in the environment. */
  keys: Keyring | null;
}

/** The database that the settings name; the embedded server is started for `purpose` when nobody runs it. */
export async function openDatabase(
  { databaseUrl, dataDir, keys }: Settings,
  purpose: string,
  onEnd: OnEnd,
): Promise<OpenDatabase> {
  if (databaseUrl) return { url: databaseUrl, keys: keyringOf(keys) };
  const server = await joinEmbedded(dataDir, purpose);
  onEnd(() => server.stop());
  return { url: server.url, keys: keyringOf(keys ?? server.secrets) };
}

export function keyringOf(keys: Settings['keys']): Keyring | null {
  return keys && new Keyring(keys.dataKeys, keys.hmacKeys);
}
