/** What to do when a tool failed, by what it said. The first that fits. */
const advice = [
  [
    /ENOSPC|no space left/i,
    '磁盘已满：请腾出至少 2 GB 后重试。',
    'The disk is full: free at least 2 GB, then try again.',
  ],
  [
    /ERR_PNPM_OUTDATED_LOCKFILE/,
    'package.json 与 pnpm-lock.yaml 不一致：请执行 npx -y pnpm@12.21.0 install 并提交锁文件。',
    'package.json and pnpm-lock.yaml differ: run npx -y pnpm@12.21.0 install and commit the lockfile.',
  ],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|META_FETCH_FAIL|UND_ERR|fetch failed|certificate|E40[137]|ERR_PNPM_FETCH/,
    '连接不上 npm 软件源：请检查网络、代理（HTTPS_PROXY）或软件源地址（npm config set registry <地址>），然后重试。',
    'The npm registry is out of reach: check the network, the proxy (HTTPS_PROXY) or its address (npm config set registry <url>), then try again.',
  ],
  [
    /EACCES|EPERM|EROFS|permission denied/i,
    '没有写入权限：请让当前用户拥有本文件夹（例如曾用 root 启动过），然后重试。',
    'No permission to write: let the current user own this folder (it may have been started by root before), then try again.',
  ],
  [
    /heap out of memory|ENOMEM|SIGKILL/,
    '内存不足：构建需要约 1 GB 可用内存。',
    'Out of memory: building needs about 1 GB.',
  ],
];

const otherwise = [
  '请重试一次；若仍失败，删除 node_modules 后再试。',
  'Try again; if it still fails, delete node_modules and try once more.',
];

export function adviceFor(output) {
  const found = advice.find(([pattern]) => pattern.test(output));
  const [zh, en] = found ? found.slice(1) : otherwise;
  return `${zh}\n${en}`;
}
