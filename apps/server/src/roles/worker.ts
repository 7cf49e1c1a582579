import type { Engine } from '../platform/db/engine.ts';
import { dispatchEvents } from '../platform/dispatch-events.ts';
import type { Feature } from '../platform/feature.ts';
import { startJobs } from '../platform/job-runner.ts';
import type { Platform } from '../platform/platform.ts';

/** Passes events on to jobs and works on them. Returns the stop, which lets running jobs finish. */
export async function startWorker(engine: Engine, platform: Platform, features: readonly Feature[]): Promise<(timeoutMs: number) => Promise<void>> {
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
