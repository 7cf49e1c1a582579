import { OrganisationId } from '@coachvisio/contract/id.ts';
import { z } from 'zod';
import type { Config } from '../config.ts';
import type { Logger } from '../log.ts';
import { StartError } from '../start-error.ts';
import { type Database, system, tenant } from './database.ts';
import type { Embedded } from './embedded.ts';
import type { Engine } from './engine.ts';
import { migrate, readMigrations } from './migrate.ts';
import { preparedDump } from './prepared-dump.ts';
import { drizzleOn, inTransaction } from './transaction.ts';

/** Schema of the job queue. No role of ours is granted anything in it. */
export const jobSchema = 'pgboss';

export interface OpenDatabase {
  readonly engine: Engine;
  readonly db: Database;
}

/** Opens, migrates and checks the database that the settings name, or throws one sentence about what is wrong. */
export async function openDatabase(config: Pick<Config, 'databaseUrl' | 'dataDir'>, log: Logger): Promise<OpenDatabase> {
  const migrations = readMigrations();
  const engine = await openEngine(config, log, preparedDump(migrations));
  try {
    await migrate(engine, migrations);
    await refuseBypass(engine);
    if (isFresh(engine)) await prepare(engine, log);
  } catch (error) {
    await engine.close();
    throw error;
  }
  return { engine, db: databaseOn(engine) };
}

/** Loads the one driver that is needed. */
async function openEngine({ databaseUrl, dataDir }: Pick<Config, 'databaseUrl' | 'dataDir'>, log: Logger, prepared: string): Promise<Engine | Embedded> {
  if (databaseUrl) return (await import('./postgres.ts')).openPostgres(databaseUrl, log);
  return (await import('./embedded.ts')).openEmbedded({ dataDir, prepared });
}

const isFresh = (engine: Engine | Embedded): engine is Embedded => 'fresh' in engine && engine.fresh;

/** Puts the job queue's tables in as well, so that the dump saves the next first start that work too. */
async function prepare(engine: Embedded, log: Logger): Promise<void> {
  const { getConstructionPlans } = await import('pg-boss');
  await engine.native(getConstructionPlans(jobSchema));
  // A read-only installation starts slower each time and works as well.
  await engine.keepPrepared().catch((error: unknown) => log.debug({ err: error }, 'no prepared database kept'));
}

function databaseOn(engine: Engine): Database {
  return {
    kind: engine.kind,
    async tenant(org, work) {
      // `set` takes no parameters: what goes into the text was checked to be an id.
      const id = OrganisationId.parse(org);
      return inTransaction(engine, `begin; set local role coachvisio_tenant; set local app.org_id = '${id}'`, (executor) =>
        work(Object.assign(drizzleOn(executor), { [tenant]: id })),
      );
    },
    system: (work) =>
      inTransaction(engine, 'begin; set local role coachvisio_system', (executor) => work(Object.assign(drizzleOn(executor), { [system]: true as const }))),
    listen: (channel, on) => engine.listen(channel, on),
    async ping() {
      await engine.session((executor) => executor.run('select 1'));
    },
    close: () => engine.close(),
  };
}

const Effective = z.tuple([z.object({ name: z.string(), bypasses: z.boolean() })]);

/**
 * Row-level security is only as good as the role that statements run as: a superuser sees every organisation, forced or
 * not. Refuses to start where the tenant role cannot be taken or is above the policies.
 */
async function refuseBypass(engine: Engine): Promise<void> {
  const advice = 'create it with NOLOGIN NOSUPERUSER NOBYPASSRLS and grant it to the user of DATABASE_URL.';
  for (const role of ['coachvisio_tenant', 'coachvisio_system', 'coachvisio_auth']) {
    const rows = await inTransaction(engine, `begin; set local role ${role}`, async (executor) => {
      const sql = 'select rolname as name, rolsuper or rolbypassrls as bypasses from pg_roles where rolname = current_user';
      return (await executor.query(sql, [], 'object')).rows;
    }).catch(() => {
      throw new StartError(`The database user may not act as role ${role}: ${advice}`);
    });
    const [effective] = Effective.parse(rows);
    if (effective.name !== role || effective.bypasses) throw new StartError(`The database role ${role} bypasses row-level security: ${advice}`);
  }
}
