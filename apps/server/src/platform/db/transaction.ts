import { AsyncLocalStorage } from 'node:async_hooks';
import { drizzle } from 'drizzle-orm/pg-proxy';
import type { PgRemoteDatabase } from 'drizzle-orm/pg-proxy';
import type { Engine, Executor } from './engine.ts';

/** Marks the asynchronous work inside a transaction. On the embedded engine a nested one would wait for itself for ever. */
const inside = new AsyncLocalStorage<{ open: boolean }>();

/** Any of the three roles that statements run as. */
export type DatabaseRole = 'coachvisio_tenant' | 'coachvisio_system' | 'coachvisio_auth';

/**
 * Runs `work` in one transaction: `begin` holds what opens it, in one round trip. Rolled back when `work` throws, and also
 * when a statement failed and `work` swallowed that: PostgreSQL would answer `commit` with a silent rollback.
 */
export async function inTransaction<T>(engine: Engine, begin: string, work: (executor: Executor) => Promise<T>): Promise<T> {
  if (inside.getStore()?.open) throw new Error('a transaction was opened inside another: use the one that is open');
  return engine.session(async (executor) => {
    const mark = { open: true };
    let failure: unknown;
    const watched: Executor = {
      query: (sql, params, rowMode) => noting(executor.query(sql, params, rowMode)),
      run: (sql) => noting(executor.run(sql)),
    };
    const noting = <R>(running: Promise<R>): Promise<R> => {
      if (!mark.open) throw new Error('a statement was sent after its transaction had ended');
      return running.catch((error: unknown) => {
        failure ??= error;
        throw error;
      });
    };
    await executor.run(begin);
    try {
      const result = await inside.run(mark, () => work(watched));
      if (failure !== undefined) throw failure;
      mark.open = false;
      await executor.run('commit');
      return result;
    } catch (error) {
      mark.open = false;
      await executor.run('rollback').catch(() => undefined);
      throw error;
    }
  });
}

/** Drizzle over one executor: the same type for both engines. */
export const drizzleOn = (executor: Executor): PgRemoteDatabase<Record<string, never>> =>
  drizzle(async (sql, params, method) => executor.query(sql, params, method === 'all' ? 'array' : 'object'));

/** A drizzle whose every statement is a transaction of its own, as this role. For libraries that bring their own queries. */
export const drizzleAs = (engine: Engine, role: DatabaseRole): PgRemoteDatabase<Record<string, never>> =>
  drizzle((sql, params, method) =>
    inTransaction(engine, `begin; set local role ${role}`, (executor) => executor.query(sql, params, method === 'all' ? 'array' : 'object')),
  );
