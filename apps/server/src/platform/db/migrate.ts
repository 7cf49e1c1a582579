import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { StartError } from '../start-error.ts';
import type { Engine, Executor } from './engine.ts';

export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

/** Reads `0001_platform.sql`, `0002_…` in order. */
export function readMigrations(folder = join(import.meta.dirname, '../../../migrations')): readonly Migration[] {
  return readdirSync(folder)
    .filter((file) => /^\d{4}_[a-z0-9-]+\.sql$/.test(file))
    .sort()
    .map((file) => {
      const sql = readFileSync(join(folder, file), 'utf8');
      return { number: Number(file.slice(0, 4)), name: file.slice(5, -4), sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });
}

const Applied = z.array(z.object({ number: z.number(), checksum: z.string() }));

/** Held while one migration is applied, so that processes that start together do not apply it twice. */
const migrationLock = 727_015_001;

/**
 * Applies what is missing, forward only, one migration to a transaction. Refuses a database whose applied migrations are
 * not the ones of this program: they were edited, or the database is newer. Returns how many were applied.
 */
export async function migrate(engine: Engine, migrations: readonly Migration[] = readMigrations()): Promise<number> {
  let applied = 0;
  for (;;) {
    const again = await engine.session((executor) => applyNext(executor, migrations));
    if (!again) return applied;
    applied += 1;
  }
}

async function applyNext(executor: Executor, migrations: readonly Migration[]): Promise<boolean> {
  await executor.run(`begin; select pg_advisory_xact_lock(${migrationLock});
    create table if not exists schema_migration (number int primary key, name text not null, checksum text not null, applied_at timestamptz not null default now())`);
  try {
    const { rows } = await executor.query('select number, checksum from schema_migration order by number', [], 'object');
    const done = Applied.parse(rows);
    refuseOthers(done, migrations);
    const next = migrations[done.length];
    if (next) {
      await executor.run(next.sql);
      await executor.query('insert into schema_migration (number, name, checksum) values ($1, $2, $3)', [next.number, next.name, next.checksum], 'object');
    }
    await executor.run('commit');
    return next !== undefined;
  } catch (error) {
    await executor.run('rollback').catch(() => undefined);
    throw error;
  }
}

function refuseOthers(done: z.output<typeof Applied>, migrations: readonly Migration[]): void {
  for (const [index, { number, checksum }] of done.entries()) {
    const ours = migrations[index];
    if (!ours || ours.number !== number)
      throw new StartError(`The database has migration ${number}, which this version does not know: start the version that made it, or a newer one.`);
    if (ours.checksum !== checksum)
      throw new StartError(`Migration ${number} (${ours.name}) was changed after it was applied: restore its file and write a new migration instead.`);
  }
}
