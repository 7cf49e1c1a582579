import { chmodSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openEmbedded } from './embedded.ts';
import { readMigrations } from './migrate.ts';
import { preparedDump } from './prepared-dump.ts';

describe.skipIf(process.platform === 'win32')('the embedded database', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'coachvisio-embedded-'));
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

  it('is for its own user only, even in a directory that everybody may read', async () => {
    chmodSync(dataDir, 0o755);
    const database = await openEmbedded({ dataDir, prepared: preparedDump(readMigrations()) });
    try {
      expect(statSync(join(dataDir, 'db')).mode & 0o777).toBe(0o700);
    } finally {
      await database.close();
    }
  });
});
