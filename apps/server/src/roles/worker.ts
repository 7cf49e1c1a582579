import { setTimeout as pause } from 'node:timers/promises';
import type { Engine } from '../platform/db/engine.ts';
import { dispatchEvents } from '../platform/dispatch-events.ts';
import type { Feature } from '../platform/feature.ts';
import { startJobs } from '../platform/job-runner.ts';
import type { Platform } from '../platform/platform.ts';

/** Lets running jobs finish, for so long. */
type StopWorker = (timeoutMs: number) => Promise<void>;

/** On the embedded database jobs begin so long after the page can be opened. */
const embeddedAfterMs = 1_000;

/**
 * Passes events on to jobs and works on them. On the embedded database the process is ready before that: the queue needs a third
 * of a second of its one connection to start, and jobs can wait for it, which a learner who has just opened the page cannot.
 */
export async function startWorker(engine: Engine, platform: Platform, features: readonly Feature[]): Promise<StopWorker> {
  if (engine.kind !== 'embedded') return startWork(engine, platform, features);
  const stopped = new AbortController();
  // Nobody waits for it: where it fails, the process does.
  const starting = pause(embeddedAfterMs, undefined, { signal: stopped.signal }).then(
    () => startWork(engine, platform, features),
    () => null,
  );
  return async (timeoutMs) => {
    stopped.abort();
    await (
      await starting
    )?.(timeoutMs);
  };
}

async function startWork(engine: Engine, platform: Platform, features: readonly Feature[]): Promise<StopWorker> {
  const jobs = features.flatMap((feature) => feature.jobs ?? []);
  const schedules = features.flatMap((feature) => feature.schedules ?? []);
  const subscriptions = features.flatMap((feature) => feature.subscriptions ?? []);
  const unknown = subscriptions.find(({ job }) => jobs.every(({ name }) => name !== job));
  if (unknown) throw new Error(`${unknown.event} is subscribed to by ${unknown.job}, which no feature declares`);
  const runner = await startJobs(engine, platform, jobs, schedules);
  const stopDispatching = await dispatchEvents(engine, runner, subscriptions, platform.log);
  return async (timeoutMs) => {
    await stopDispatching();
    await runner.stop(timeoutMs);
  };
}
