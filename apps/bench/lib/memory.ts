import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

/** MiB that a process holds, threads and all. */
export function heldBy(pid: number): number {
  return statusOf(pid, 'VmRSS');
}

/** MiB that a process has held at most since `forgetPeak`. */
export function peakOf(pid: number): number {
  return statusOf(pid, 'VmHWM');
}

export function forgetPeak(pid: number): void {
  writeFileSync(`/proc/${pid}/clear_refs`, '5');
}

/** MiB of a process with its children, memory that they share counted once. */
export function heldWithChildren(pid: number): number {
  return [pid, ...childrenOf(pid)].map(shareOf).reduce((sum, share) => sum + share, 0);
}

function statusOf(pid: number, line: 'VmRSS' | 'VmHWM'): number {
  return kilobytesOf(`/proc/${pid}/status`, line) / 1024;
}

function shareOf(pid: number): number {
  try {
    return kilobytesOf(`/proc/${pid}/smaps_rollup`, 'Pss') / 1024;
  } catch {
    return 0; // it ended meanwhile
  }
}

function kilobytesOf(file: string, line: string): number {
  return Number(new RegExp(`^${line}:\\s+(\\d+)`, 'm').exec(readFileSync(file, 'utf8'))?.[1]);
}

function childrenOf(pid: number): number[] {
  const processes = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return processes.map(Number).filter((process) => parentOf(process) === pid);
}

function parentOf(pid: number): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return null;
  }
}
