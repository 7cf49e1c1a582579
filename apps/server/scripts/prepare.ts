// At setup: what the first start would otherwise do while somebody waits for it.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareFonts } from '../src/features/report/pdf/fonts.ts';
import { openDatabase } from '../src/platform/db/open-database.ts';
import { createLog } from '../src/platform/log.ts';

prepareFonts();

// The embedded database leaves a dump of itself, migrated and empty, that later first starts load.
const folder = await mkdtemp(join(tmpdir(), 'coachvisio-prepare-'));
try {
  const { engine } = await openDatabase({ databaseUrl: null, dataDir: folder }, createLog('error'));
  await engine.close();
} finally {
  await rm(folder, { recursive: true, force: true });
}
