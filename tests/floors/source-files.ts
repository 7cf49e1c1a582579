import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './scratch-tree.ts';

const written = /\.(ts|tsx|mjs|cjs|css|typ)$/;
const notOurs = new Set(['node_modules', 'dist', '.cache']);

/** Every file of code under these folders of the project, tests included. Absolute paths. */
export const sourceFiles = (...folders: readonly string[]): string[] =>
  folders.flatMap((folder) => filesIn(join(root, folder)).filter((file) => written.test(file)));

export function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (notOurs.has(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesIn(path) : [path];
  });
}
