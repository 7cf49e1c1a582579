import { OrganisationId, SessionId } from '@coachvisio/contract/id.ts';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Platform } from '../../platform/platform.ts';
import { playToTheEnd } from './end-session.ts';
import { findSession } from './session.store.ts';

/** Left alone for a day, a session is brought to its end, so that its debrief is there. */
const afterHours = 24;
const Found = z.array(z.object({ org_id: OrganisationId, id: SessionId }));

export async function closeAbandoned(platform: Platform): Promise<void> {
  const left = Found.parse(
    await platform.db.system(
      async (tx) =>
        await tx.execute(
          sql`select org_id, id from session where status <> 'ended' and updated_at < now() - make_interval(hours => ${afterHours}) order by updated_at limit 200`,
        ),
    ),
  );
  for (const { org_id: org, id } of left) {
    const ctx = platform.contextOf(org);
    const closing = ctx.tx(async (tx) => {
      const row = await findSession(tx, id);
      // Somebody may have come back to it while the ones before it were closed.
      if (row && row.updatedAt.getTime() < ctx.clock.now() - afterHours * 3_600_000) await playToTheEnd(ctx, tx, id);
    });
    // One that cannot be played any more must not keep those after it open.
    await closing.catch((error: unknown) => platform.log.error({ session: id, err: error }, 'a session that was left could not be closed'));
  }
}
