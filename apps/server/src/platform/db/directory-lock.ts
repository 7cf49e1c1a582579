import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { errorCode, StartError } from '../start-error.ts';

/** Directories this process holds: a lock file that bears our own pid without being here is from before a restart. */
const held = new Set<string>();

/**
 * Keeps a second process out of a data directory: the embedded database has no lock of its own, and two openers lose rows
 * silently. The lock of a process that died is taken over. Returns the release.
 */
export function lockDirectory(directory: string): () => void {
  const path = resolve(directory);
  const file = join(path, 'coachvisio.lock');
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    takeLock(file, path);
  } catch (error) {
    if (error instanceof StartError) throw error;
    throw new StartError(
      `DATA_DIR ${path} cannot be used (${errorCode(error) ?? 'unknown error'}): make it a directory that this user may write to, or choose another.`,
    );
  }
  held.add(path);
  return () => {
    held.delete(path);
    rmSync(file, { force: true });
  };
}

function takeLock(file: string, path: string): void {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    try {
      writeFileSync(file, `${process.pid}\n${startOf(process.pid)}\n`, { flag: 'wx', mode: 0o600 });
      return;
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error;
    }
    const found = readIfThere(file);
    if (found === null) continue;
    const pid = Number(found.split('\n')[0]);
    if (held.has(path) || isRunning(pid, found.split('\n')[1] ?? '')) {
      throw new StartError(`Another CoachVisio (process ${pid}) is using DATA_DIR ${path}: stop it, or choose another directory.`);
    }
    moveAside(file, found);
  }
  throw new StartError(`DATA_DIR ${path} is being taken by another process: start again.`);
}

/** Renaming is atomic: of two processes that find the same stale lock, one moves it and the other starts over. */
function moveAside(file: string, stale: string): void {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return;
    throw error;
  }
  // Between reading and renaming, somebody else may have taken over: what was moved is then theirs and goes back.
  if (readFileSync(aside, 'utf8') !== stale && !existsSync(file)) linkSync(aside, file);
  rmSync(aside, { force: true });
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

function isRunning(pid: number, start: string): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it runs, as somebody else.
    if (errorCode(error) !== 'EPERM') return false;
  }
  const now = startOf(pid);
  return now === '' || start === '' || now === start;
}

/** When a process started (Linux), so that a pid that was given to another process since is told apart; '' elsewhere. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}-${ticks}`;
  } catch {
    return '';
  }
}
