import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { bootstrap } from './bootstrap.mjs';
import { at, root } from './lib/places.mjs';
import { checkNode, Stop, stopWith } from './lib/stop.mjs';

const { PORT = '3000', HOST = '127.0.0.1', DATA_DIR, SEED = 'demo' } = process.env;
const ownDatabase = process.env.DATABASE_URL || process.env.DATABASE_URL_FILE;

try {
  checkNode();
  await checkFolder();
  await checkPort();
  await bootstrap();
} catch (error) {
  stopWith(error);
}

// In this process: one to signal, one to kill. The server ends PostgreSQL last.
await import('../apps/api/dist/main.js');
endWithNpm();

/** Another start may serve from the same data folder, on whatever port. */
async function checkFolder() {
  const question = at('apps/api/dist/in-use.js');
  if (ownDatabase || !existsSync(question)) return;
  const { whoServes } = await import(question);
  const answer = whoServes({ dataDir: DATA_DIR, seed: SEED, checkout: root });
  if (answer) throw new Stop(answer);
}

async function checkPort() {
  const port = Number(PORT);
  const server = createServer();
  const code = await new Promise((resolve) => {
    server.once('error', (error) => resolve(error.code));
    server.listen({ port, host: HOST, exclusive: true }, () => server.close(() => resolve('')));
  }).catch((error) => error.code);
  const words = {
    EADDRINUSE: [
      `端口 ${PORT} 已被别的程序占用。请换一个端口启动，例如 PORT=${port + 1} npm start。`,
      `Port ${PORT} is taken by another program. Start on another one, such as PORT=${port + 1} npm start.`,
    ],
    EACCES: [
      `当前用户不能使用端口 ${PORT}。请换一个 1024 以上的端口，例如 PORT=3000 npm start。`,
      `The current user may not use port ${PORT}. Take one above 1024, such as PORT=3000 npm start.`,
    ],
    EADDRNOTAVAIL: [
      `本机没有地址 ${HOST}（HOST）。局域网访问请用 HOST=0.0.0.0。`,
      `This machine has no address ${HOST} (HOST). For the local network use HOST=0.0.0.0.`,
    ],
    ERR_SOCKET_BAD_PORT: [`PORT=${PORT} 不是端口号。`, `PORT=${PORT} is not a port number.`],
  };
  if (code) throw new Stop((words[code] ?? [`HOST=${HOST} PORT=${PORT}: ${code}`]).join('\n'));
}

/** npm that is told to end, or killed, takes its shell along but leaves us behind. */
function endWithNpm() {
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event === undefined) return;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 500);
  watch.unref();
}
