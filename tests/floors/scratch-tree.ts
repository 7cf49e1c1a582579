import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export const root = join(import.meta.dirname, '../..');

export interface ScratchTree {
  readonly path: string;
  remove(): void;
}

/** Writes files, and links to folders, under a new temporary folder: faults are planted there, never in the real tree. */
export function writeTree(files: Readonly<Record<string, string>>, links: Readonly<Record<string, string>> = {}): ScratchTree {
  // Resolved, because a checker reports the real path and macOS keeps its temporary folder behind a link.
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'coachvisio-floors-')));
  const at = (name: string): string => {
    const full = join(path, name);
    mkdirSync(dirname(full), { recursive: true });
    return full;
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(at(name), text);
  for (const [name, target] of Object.entries(links)) symlinkSync(target, at(name), 'dir');
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
