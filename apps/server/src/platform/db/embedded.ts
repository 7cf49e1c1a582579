import { existsSync } from 'node:fs';
import { chmod, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { newId } from '../id.ts';
import { StartError } from '../start-error.ts';
import { lockDirectory } from './directory-lock.ts';
import { type Engine, type Executor, typeIds } from './engine.ts';

const asText = (value: string): string => value;
const parsers = {
  [typeIds.int8]: Number,
  [typeIds.date]: asText,
  [typeIds.timestamp]: asText,
  [typeIds.timestamptz]: asText,
  [typeIds.interval]: asText,
};

/** A database directory made ahead, from `prepared` when that file is there: 1 s instead of 3 s. */
export interface EmbeddedOptions {
  readonly dataDir: string;
  /** Where the dump of a migrated, empty database is kept; null keeps none. */
  readonly prepared: string | null;
}

export interface Embedded extends Engine {
  /** True on the very first start without a prepared dump: `keepPrepared` is then worth calling once migrated. */
  readonly fresh: boolean;
  keepPrepared(): Promise<void>;
}

/** Opens PGlite in `dataDir/db`, alone: a lock file keeps other processes out. */
export async function openEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const release = lockDirectory(options.dataDir);
  try {
    return await open(options, release);
  } catch (error) {
    release();
    if (error instanceof StartError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartError(`The embedded database in ${join(options.dataDir, 'db')} cannot be opened (${reason}): move that directory away to start afresh.`);
  }
}

async function open({ dataDir, prepared }: EmbeddedOptions, release: () => void): Promise<Embedded> {
  const directory = join(dataDir, 'db');
  const begun = `${directory}.incomplete`;
  // A first start that was cut short left a half-made cluster: it holds nothing yet.
  if (existsSync(begun)) await rm(directory, { recursive: true, force: true });
  const isNew = !existsSync(join(directory, 'PG_VERSION'));
  const dump = isNew && prepared && existsSync(prepared) ? new Blob([await readFile(prepared)]) : null;
  if (isNew) await writeFile(begun, '');
  // DATA_DIR may have been made by somebody else, for everybody to read; what people said is not for everybody.
  await mkdir(directory, { recursive: true });
  await chmod(directory, 0o700);
  const db = await PGlite.create({ dataDir: directory, ...(dump ? { loadDataDir: dump } : {}) });
  await rm(begun, { force: true });
  const exclusive = createQueue();
  const executor = executorOn(db);
  return {
    kind: 'embedded',
    fresh: isNew && dump === null,
    session: (work) => exclusive(() => work(executor)),
    native: (sql, values) => exclusive(() => runNative(db, sql, values)),
    async listen(channel, on) {
      const stop = await exclusive(() => db.listen(channel, on));
      return () => exclusive(() => stop());
    },
    async close() {
      await exclusive(() => db.close());
      release();
    },
    async keepPrepared() {
      if (!prepared) return;
      const tar = await exclusive(() => db.dumpDataDir('none'));
      await mkdir(dirname(prepared), { recursive: true });
      // Written aside and renamed, so that nobody ever loads half of it.
      const aside = `${prepared}.${newId('tmp')}`;
      await writeFile(aside, Buffer.from(await tar.arrayBuffer()));
      await rename(aside, prepared);
      // Of earlier migrations, 40 MB each.
      const folder = dirname(prepared);
      const others = (await readdir(folder)).filter((file) => file.startsWith('embedded-') && file !== basename(prepared));
      await Promise.all(others.map((file) => rm(join(folder, file), { force: true })));
    },
  };
}

function executorOn(db: PGlite): Executor {
  return {
    async query(sql, params, rowMode) {
      const { rows } = await db.query(sql, [...params], { rowMode, parsers });
      return { rows };
    },
    async run(sql) {
      await db.exec(sql);
    },
  };
}

/**
 * One connection stands in for a pool: a statement that fails inside its own `begin … commit` must not leave the next one
 * in an aborted transaction. Statements without parameters may be several in one text.
 */
async function runNative(db: PGlite, sql: string, values: readonly unknown[] | undefined): Promise<{ rows: unknown[] }> {
  try {
    if (values && values.length > 0) return await db.query(sql, [...values]);
    const results = await db.exec(sql);
    return { rows: results.flatMap((result) => result.rows) };
  } catch (error) {
    await db.exec('rollback').catch(() => undefined);
    throw error;
  }
}

/** First come, first served; one at a time. */
function createQueue(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work, work);
    last = mine;
    return mine;
  };
}
