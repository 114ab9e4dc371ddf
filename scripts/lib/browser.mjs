import { existsSync } from 'node:fs';
import { runTool } from './run.mjs';
import { Stop } from './stop.mjs';

const needed = [
  { name: 'chromium', at: '/usr/bin/chromium' },
  { name: 'fonts-noto-cjk', at: '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc' },
];

/** The browser tests need Chromium and Chinese letters: as root they are installed, else we say how. */
export async function ensureBrowser() {
  const missing = needed.filter(({ at }) => !existsSync(at)).map(({ name }) => name);
  if (missing.length === 0) return;
  const install = ['install', '-y', '--no-install-recommends', ...missing];
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    throw new Stop(
      '浏览器测试缺少软件，请执行 (the browser tests lack software, run):\n' +
        `  sudo apt-get update && sudo apt-get ${install.join(' ')}`,
    );
  }
  console.log(`安装 installing ${missing.join(', ')} …`);
  process.env.DEBIAN_FRONTEND = 'noninteractive';
  await runTool('apt', 'apt-get', ['update']);
  await runTool('apt', 'apt-get', install);
}
