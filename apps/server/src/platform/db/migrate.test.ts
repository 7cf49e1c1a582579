import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLog } from '../log.ts';
import { createTestDatabase } from '../testing.ts';
import { openEmbedded } from './embedded.ts';
import type { Engine } from './engine.ts';
import { migrate, type Migration, readMigrations } from './migrate.ts';
import { openPostgres } from './postgres.ts';

const extra = (sql: string, checksum = 'a'): Migration => ({ number: 9001, name: 'extra', sql, checksum });

describe('migrations', () => {
  let engine: Engine;
  let cleanUp: () => Promise<void>;
  const ours = readMigrations();
  beforeAll(async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'coachvisio-migrate-'));
    const database = await createTestDatabase();
    engine = database ? await openPostgres(database.url, createLog('silent')) : await openEmbedded({ dataDir, prepared: null });
    cleanUp = async () => {
      await engine.close();
      await database?.drop();
      await rm(dataDir, { recursive: true, force: true });
    };
  }, 30_000);
  afterAll(() => cleanUp());

  it('are numbered from 1 without a gap', () => {
    expect(ours.map(({ number }) => number)).toEqual(ours.map((_, index) => index + 1));
  });

  it('are each applied once, however many start at the same time', async () => {
    // Two processes cannot share the embedded database; there the two runs queue.
    const applied = await Promise.all([migrate(engine), migrate(engine)]);
    expect(applied.reduce((a, b) => a + b)).toBe(ours.length);
    expect(await migrate(engine)).toBe(0);
  });

  it('leave nothing of one that fails', async () => {
    await expect(migrate(engine, [...ours, extra('create table half_made (id int); select 1 / 0;')])).rejects.toThrow();
    const { rows } = await engine.native(`select to_regclass('half_made')::text as found`);
    expect(rows).toEqual([{ found: null }]);
    expect(await migrate(engine)).toBe(0);
  });

  it('refuse one that was edited after it was applied', async () => {
    const edited = ours.map((one, index) => (index === 0 ? { ...one, checksum: 'edited' } : one));
    await expect(migrate(engine, edited)).rejects.toThrow(/Migration 1 \(platform\) was changed after it was applied/);
  });

  it('refuse a database that is newer than the program', async () => {
    expect(await migrate(engine, [...ours, extra('create table later (id int)')])).toBe(1);
    await expect(migrate(engine)).rejects.toThrow(/migration 9001, which this version does not know/);
  });
});
