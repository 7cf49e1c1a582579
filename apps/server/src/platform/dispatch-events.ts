import { EventId, OrganisationId } from '@coachvisio/contract/id.ts';
import { z } from 'zod';
import type { Engine } from './db/engine.ts';
import { inTransaction } from './db/transaction.ts';
import { eventChannel } from './events.ts';
import type { Subscription } from './feature.ts';
import type { JobRunner } from './job-runner.ts';
import type { Logger } from './log.ts';

/** Catches events whose NOTIFY was lost; everything else is passed on as it is committed. */
const pollMs = 1000;
const batch = 100;

const Waiting = z.array(z.object({ position: z.number(), org_id: OrganisationId, id: EventId, name: z.string(), payload: z.unknown() }));

/**
 * Passes events on to the jobs that subscribe to them, in the order in which they were written. Several workers may do
 * this at once: each locks the rows it works on and skips those of others. Returns the stop.
 */
export async function dispatchEvents(engine: Engine, jobs: JobRunner, subscriptions: readonly Subscription[], log: Logger): Promise<() => Promise<void>> {
  const stop = new AbortController();
  let wanted = false;
  let running: Promise<void> | null = null;

  const run = async (): Promise<void> => {
    while (wanted && !stop.signal.aborted) {
      wanted = false;
      try {
        if ((await dispatchBatch(engine, jobs, subscriptions)) === batch) wanted = true;
      } catch (error) {
        log.error({ err: error }, 'events could not be passed on');
      }
    }
    running = null;
  };
  const wake = (): void => {
    wanted = true;
    running ??= run();
  };

  const stopListening = await engine.listen(eventChannel, wake);
  const timer = setInterval(wake, pollMs);
  wake();
  return async () => {
    stop.abort();
    clearInterval(timer);
    await stopListening();
    await running;
  };
}

/** One transaction: the jobs are there if and only if the events are marked, so a crash in between repeats or loses none. */
async function dispatchBatch(engine: Engine, jobs: JobRunner, subscriptions: readonly Subscription[]): Promise<number> {
  return inTransaction(engine, 'begin; set local role coachvisio_system', async (executor) => {
    const select = `select position, org_id, id, name, payload from event where dispatched_at is null order by position limit ${batch} for update skip locked`;
    const waiting = Waiting.parse((await executor.query(select, [], 'object')).rows);
    if (waiting.length === 0) return 0;
    // The queue belongs to the connecting user; no role of ours may reach into it.
    await executor.run('reset role');
    for (const { org_id: org, id, name, payload } of waiting) {
      for (const { event, job } of subscriptions) {
        if (event === name) await jobs.add(executor, job, id, { org, event: id, payload });
      }
    }
    await executor.run('set local role coachvisio_system');
    await executor.query(
      'update event set dispatched_at = now() where dispatched_at is null and position = any($1)',
      [waiting.map(({ position }) => position)],
      'object',
    );
    return waiting.length;
  });
}
