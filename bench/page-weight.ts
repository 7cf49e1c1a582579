import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { z } from 'zod';
import { removeFolder, temporaryFolder } from '../scripts/run-server.ts';

const web = join(import.meta.dirname, '../apps/web');
const Manifest = z.record(z.string(), z.object({ file: z.string(), imports: z.array(z.string()).default([]) }));

/** What the router asks for when a session is opened, in French; a browser fetches these and all that they import. */
const stage = ['index.html', 'Data.tsx', 'RequireMember.tsx', 'StagePage.tsx', 'words-fr-first.ts', 'words-fr.ts'];
const threads = ['capture.worklet-', 'gate.worklet-'];
const head = ['open-head.ts'];
const headThreads = ['head-worker-'];

export const kilobytes = (bytes: number): number => Math.round(bytes / 102.4) / 10;
export const gzipped = (script: string | Buffer): number => gzipSync(script).length;

/** Script of the session page, gzipped, in bytes: by voice with the portrait, and with the head on top. From a build of its own. */
export async function weighStage(): Promise<{ readonly portrait: number; readonly withHead: number }> {
  const folder = await temporaryFolder();
  try {
    await promisify(execFile)('vite', ['build', web, '--outDir', folder, '--manifest', 'manifest.json', '--logLevel', 'error'], { env: environment() });
    const manifest = Manifest.parse(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')));
    const assets = readdirSync(join(folder, 'assets'));
    const weigh = (parts: readonly string[], beginnings: readonly string[]): number => {
      const files = new Set([...closureOf(manifest, parts), ...beginnings.map((beginning) => `assets/${only(assets, (file) => file.startsWith(beginning))}`)]);
      return [...files].reduce((sum, file) => sum + gzipped(readFileSync(join(folder, file))), 0);
    };
    return { portrait: weigh(stage, threads), withHead: weigh([...stage, ...head], [...threads, ...headThreads]) };
  } finally {
    await removeFolder(folder);
  }
}

/** Binaries of this repository first, as npm has them; and built for users, whoever asks. */
const environment = () => ({ ...process.env, NODE_ENV: 'production', PATH: `${join(web, '../../node_modules/.bin')}:${process.env['PATH'] ?? ''}` });

function closureOf(manifest: z.output<typeof Manifest>, parts: readonly string[]): Set<string> {
  const files = new Set<string>();
  const visit = (key: string): void => {
    const chunk = manifest[key];
    if (!chunk || files.has(chunk.file)) return;
    files.add(chunk.file);
    for (const each of chunk.imports) visit(each);
  };
  for (const part of parts) visit(only(Object.keys(manifest), (key) => key === part || key.endsWith(`/${part}`)));
  return files;
}

/** A part that was renamed would weigh nothing. */
function only(names: readonly string[], is: (name: string) => boolean): string {
  const [found, ...more] = names.filter(is);
  if (found === undefined || more.length > 0)
    throw new Error(`a part of the session page is there ${more.length + (found === undefined ? 0 : 1)} times: ${is}`);
  return found;
}
