import type { Platform } from '../../platform/platform.ts';
import { estimateWait } from './estimate-wait.ts';
import { forgetPlaces, givePlace, lastLengths, leaveQueue, lockPlaces, placesTaken, queueUp, roomOfAll, type Who } from './place.store.ts';

/** How long a place is kept for whoever got a ticket: as long as the ticket is good. */
const ticketMs = 60_000;

/** Where somebody stands in the queue: 1 is next. */
export interface Waiting {
  readonly position: number;
  /** As far as the conversations of late tell. */
  readonly waitMs: number;
}

/**
 * Gives a conversation its place among those that are live, over all processes; where all are taken, a place in the queue, which
 * is kept by asking again. One that has begun is never kept waiting.
 */
export async function askForPlace({ db, clock, config }: Platform, who: Who, hasBegun: boolean): Promise<Waiting | null> {
  return db.system(async (tx) => {
    const now = clock.now();
    await lockPlaces(tx);
    await forgetPlaces(tx, now);
    const taken = await placesTaken(tx, now);
    const comesBack = hasBegun || taken.some(({ org, session }) => org === who.org && session === who.session);
    if (!comesBack) {
      // Only while every process that plays is starting is none of them known.
      const free = ((await roomOfAll(tx, now)) ?? config.liveSessionsMost) - taken.length;
      const position = await queueUp(tx, who, now);
      if (position > free) {
        const crowd = { ages: taken.map(({ since }) => now - since), lengths: await lastLengths(tx) };
        return { position, waitMs: estimateWait(crowd, position - free) };
      }
    }
    await leaveQueue(tx, who);
    await givePlace(tx, who, now, now + ticketMs);
    return null;
  });
}
