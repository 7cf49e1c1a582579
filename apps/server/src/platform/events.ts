import { type EventName, events, type EventPayload } from '@coachvisio/contract/event.ts';
import { EventId, OrganisationId } from '@coachvisio/contract/id.ts';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { type Database, tenant, type TenantTx } from './db/database.ts';
import { newId } from './id.ts';

/** Every process hears of every event here once it is committed; who needs certainty subscribes a job instead. */
export const eventChannel = 'coachvisio_event';

/**
 * Writes down that something happened, in the transaction in which it happens: rolled back together, or passed on for
 * certain. The one way from a request into asynchronous work. Payloads hold ids and names of fields, never content.
 */
export async function publish<N extends EventName>(tx: TenantTx, name: N, payload: EventPayload<N>): Promise<EventId> {
  const id = newId('evt');
  const org = tx[tenant];
  const checked = events[name].parse(payload);
  const notice = JSON.stringify({ org, id, name, payload: checked });
  // One statement, so that publishing costs one round trip.
  await tx.execute(sql`
    with written as (insert into event (org_id, id, name, payload) values (${org}, ${id}, ${name}, ${JSON.stringify(checked)}::jsonb) returning 1)
    select pg_notify(${eventChannel}, ${notice}) from written`);
  return id;
}

const Notice = z.object({ org: OrganisationId, id: EventId, name: z.string(), payload: z.record(z.string(), z.unknown()) });
export type EventNotice = z.output<typeof Notice>;

/** Undefined for what is not ours: whoever may connect to the database may notify, and must not end the process by it. */
function readNotice(payload: string): EventNotice | undefined {
  try {
    return Notice.safeParse(JSON.parse(payload)).data;
  } catch {
    return undefined;
  }
}

/** Hears of events of every organisation as they are committed, in any process. May miss some while reconnecting. */
export function watchEvents(db: Database, on: (notice: EventNotice) => void): Promise<() => Promise<void>> {
  return db.listen(eventChannel, (payload) => {
    const notice = readNotice(payload);
    if (notice) on(notice);
  });
}
