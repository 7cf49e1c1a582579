import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockDirectory } from './directory-lock.ts';

describe('the lock of a data directory', () => {
  let directory: string;
  let file: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'coachvisio-lock-'));
    file = join(directory, 'coachvisio.lock');
  });
  afterEach(() => {
    chmodSync(directory, 0o700);
    rmSync(directory, { recursive: true });
  });

  it('is there until it is released', () => {
    const release = lockDirectory(directory);
    expect(readFileSync(file, 'utf8')).toMatch(new RegExp(`^${process.pid}\n`));
    release();
    expect(existsSync(file)).toBe(false);
  });

  it('keeps a second opener out and says who holds it', () => {
    const release = lockDirectory(directory);
    expect(() => lockDirectory(directory)).toThrow(`Another CoachVisio (process ${process.pid}) is using DATA_DIR ${directory}`);
    release();
  });

  it('keeps out while another living process holds it', () => {
    writeFileSync(file, `${process.ppid}\n\n`);
    expect(() => lockDirectory(directory)).toThrow(`process ${process.ppid}`);
  });

  it('is taken over from a process that died', () => {
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    writeFileSync(file, `${pid}\n\n`);
    lockDirectory(directory)();
  });

  it('is taken over when the pid was given to another process since', () => {
    writeFileSync(file, `${process.ppid}\nanother-boot-1\n`);
    lockDirectory(directory)();
  });

  it('is taken over after a restart that gave us the same pid, as in a container', () => {
    writeFileSync(file, `${process.pid}\nanother-boot-1\n`);
    lockDirectory(directory)();
  });

  it('is taken over when it holds nothing that can be read', () => {
    writeFileSync(file, '');
    lockDirectory(directory)();
  });

  it('says in one sentence that the directory cannot be used', () => {
    writeFileSync(join(directory, 'file'), '');
    expect(() => lockDirectory(join(directory, 'file'))).toThrow(/^DATA_DIR .* cannot be used \(EEXIST\): make it a directory/);
  });
});
