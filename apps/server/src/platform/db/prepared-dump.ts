import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { z } from 'zod';
import type { Migration } from './migrate.ts';

const Package = z.object({ version: z.string() });
const require = createRequire(import.meta.url);

/** Where the dump for exactly these migrations, this embedded database and this job queue is kept. */
export function preparedDump(migrations: readonly Migration[]): string {
  const parts = [...migrations.map(({ checksum }) => checksum), versionOf('@electric-sql/pglite'), versionOf('pg-boss')];
  const hash = createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 16);
  return join(import.meta.dirname, '../../../../../.cache', `embedded-${hash}.tar`);
}

/** Read from the file: not every package lets its package.json be imported. */
function versionOf(name: string): string {
  for (const folder of require.resolve.paths(name) ?? []) {
    try {
      return Package.parse(JSON.parse(readFileSync(join(folder, name, 'package.json'), 'utf8'))).version;
    } catch {
      continue;
    }
  }
  throw new Error(`${name} is not installed`);
}
