import { createHash } from 'node:crypto';
import { type ConstructorOptions, type Db, type JobInsert, PgBoss } from 'pg-boss';
import type { EventId } from '@coachvisio/contract/id.ts';
import { jobSchema } from './db/open-database.ts';
import type { Engine, Executor } from './db/engine.ts';
import { type JobDefinition, JobEnvelope, patientRetry, type ScheduledJob } from './jobs.ts';
import type { Logger } from './log.ts';
import type { Platform } from './platform.ts';

/** Where a job ends that failed as often as it may; kept for a person to look at. */
export const deadLetters = 'dead-letters';

export interface JobRunner {
  /** Writes one job for the subscription inside the caller's transaction; a repeat of the same event does nothing. */
  add(executor: Executor, job: string, event: EventId, data: object): Promise<void>;
  /** Lets running jobs finish, at most this long. */
  stop(timeoutMs: number): Promise<void>;
}

/** Starts the queue and works on every job the features declare. */
export async function startJobs(engine: Engine, platform: Platform, jobs: readonly JobDefinition[], schedules: readonly ScheduledJob[]): Promise<JobRunner> {
  const { log } = platform;
  const boss = new PgBoss(options(engine));
  boss.on('error', (error) => log.error({ err: error }, 'job queue failed'));
  await boss.start();
  await boss.createQueue(deadLetters, { retentionSeconds: 90 * 24 * 60 * 60 });
  // In turn: on the embedded database they would only wait for each other.
  for (const it of jobs) {
    await createQueue(boss, it.name, it);
    await boss.work<unknown>(it.name, working, (batch) => each(batch, (data) => runJob(it, platform, data), it.name, log));
  }
  for (const it of schedules) {
    await createQueue(boss, it.name, { name: it.name, retry: patientRetry });
    await boss.work<unknown>(it.name, working, (batch) => each(batch, () => it.run(platform), it.name, log));
    await boss.schedule(it.name, it.cron, {}, { tz: 'UTC' });
  }
  return {
    async add(executor, job, event, data) {
      await boss.insert(job, [{ id: jobId(job, event), data } satisfies JobInsert], { db: databaseOn(executor) });
    },
    async stop(timeoutMs) {
      await boss.stop({ graceful: true, timeout: Math.max(1000, timeoutMs), close: false });
    },
  };
}

/** Woken by NOTIFY. Nobody notifies when a retry is due: that is what the poll is for, which would else be every 30 s. */
const working = { batchSize: 1, localConcurrency: 2, burstWhenBatchFull: true, pollingIntervalSeconds: 2, notifyPollingIntervalSeconds: 2 } as const;

function options(engine: Engine): ConstructorOptions {
  return {
    schema: jobSchema,
    backend: engine.kind === 'embedded' ? 'pglite' : 'postgres',
    useListenNotify: true,
    persistWarnings: false,
    registerInstance: false,
    db: {
      executeSql: (sql, values) => engine.native(sql, values),
      async listen(channel, onNotification, onReconnect) {
        const stop = await engine.listen(channel, onNotification);
        onReconnect();
        return { close: stop };
      },
    },
  };
}

const databaseOn = (executor: Executor): Db => ({ executeSql: async (sql, values) => executor.query(sql, values ?? [], 'object') });

async function createQueue(boss: PgBoss, name: string, { retry }: Pick<JobDefinition, 'name' | 'retry'>): Promise<void> {
  const wanted = {
    retryLimit: retry.limit,
    retryDelay: retry.delaySeconds,
    retryBackoff: true,
    deadLetter: deadLetters,
    notify: true,
    expireInSeconds: 15 * 60,
  };
  if (await boss.getQueue(name)) await boss.updateQueue(name, wanted);
  else await boss.createQueue(name, wanted);
}

async function runJob(it: JobDefinition, platform: Platform, data: unknown): Promise<void> {
  const { org } = JobEnvelope.parse(data);
  await it.run(platform.contextOf(org), data);
}

/** A failure is logged here, without the data, and thrown on, so that the queue tries again. */
async function each(
  batch: readonly { readonly id: string; readonly data: unknown; readonly retryCount: number }[],
  run: (data: unknown) => Promise<void>,
  job: string,
  log: Logger,
): Promise<void> {
  for (const { id, data, retryCount } of batch) {
    const start = performance.now();
    try {
      await run(data);
      log.debug({ job, id, ms: Math.round(performance.now() - start) }, 'job done');
    } catch (error) {
      log.warn({ job, id, retryCount, err: error }, 'job failed');
      throw error instanceof Error ? new Error(`${job} failed: ${error.name}`) : new Error(`${job} failed`);
    }
  }
}

/** The same event and job always give the same id, so that passing an event on twice adds one job. */
function jobId(job: string, event: EventId): string {
  const hex = createHash('sha256').update(`${job} ${event}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
