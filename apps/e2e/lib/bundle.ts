import { execFileSync } from 'node:child_process';
import { copyFileSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Finished, Server } from './without-network.ts';

const root = resolve(import.meta.dirname, '../../..');

/** What `npm run bundle` makes; gives the archive's path. */
export function makeBundle(): string {
  const said = execFileSync(process.execPath, [join(root, 'scripts/bundle.mjs')], {
    cwd: root,
    encoding: 'utf8',
  });
  const file = said
    .split('\n')
    .find((line) => line.includes('.tar.gz'))
    ?.split('  ')[0];
  if (!file) throw new Error(said);
  return file;
}

/** The administrator's home with the system in it, as docs/administration/install.md lays it out. */
export class Office {
  readonly #server: Server;
  #running: { stop(): Promise<void> } | null = null;

  constructor(server: Server) {
    this.#server = server;
  }

  /** Carries the archive there, checks and unpacks it. */
  async carry(archive: string): Promise<void> {
    for (const file of [archive, `${archive}.sha256`]) {
      copyFileSync(file, join(this.#server.home, basename(file)));
    }
    await this.#done('sha256sum -c *.sha256 && tar xzf *.tar.gz && mv xuanpai-*-linux-*/ unpacked');
  }

  install(port: number, folder = 'unpacked'): Promise<string> {
    return this.#done(
      `cd ${folder} && ./install.sh --no-service --prefix ~/xuanpai --data ~/xuanpai/data --config ~/xuanpai/etc --port ${port}`,
    );
  }

  /** An archive of a version of its own, with one more migration. */
  async nextVersion(version: string, migration: string, sql: string): Promise<string> {
    const folder = `unpacked-${version}`;
    await this.#done(
      `cp -al unpacked ${folder} && cd ${folder} && sed -i 's/"version": .*,/"version": "${version}",/' package.json &&
       mkdir prisma/migrations/${migration} && echo '${sql}' >prisma/migrations/${migration}/migration.sql`,
    );
    return folder;
  }

  /** One of the administrator's commands, such as `backup --to ~/backups`. */
  xuanpai(command: string, environment = ''): Promise<Finished> {
    return this.#server.run(`${environment} ~/xuanpai/current/xuanpai ${command}`);
  }

  sh(command: string): Promise<string> {
    return this.#done(command);
  }

  read(path: string): string {
    return readFileSync(join(this.#server.home, path), 'utf8');
  }

  /** Gives what it said until it was ready, or until it ended. */
  async start(environment = ''): Promise<string> {
    const child = this.#server.start(
      `exec 2>&1; ${environment} exec ~/xuanpai/current/xuanpai start`,
    );
    const ended = new Promise<void>((done) => child.once('exit', () => done()));
    this.#running = {
      async stop() {
        child.kill('SIGTERM');
        await ended;
      },
    };
    let said = '';
    const ready = new Promise<void>((done) => {
      child.stdout?.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        if (said.includes('to stop')) done();
      });
    });
    await Promise.race([ready, ended]);
    return said;
  }

  async stop(): Promise<void> {
    await this.#running?.stop();
    this.#running = null;
  }

  async #done(command: string): Promise<string> {
    const { code, output } = await this.#server.run(command);
    if (code !== 0) throw new Error(`${command}\n${output}`);
    return output;
  }
}
