import { OrganisationId, SessionId } from '@coachvisio/contract/id.ts';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Platform } from '../../platform/platform.ts';
import { playToTheEnd } from './end-session.ts';
import { TakenOver } from './play.ts';

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
    try {
      await playToTheEnd(platform.contextOf(org), id);
    } catch (error) {
      // Somebody came back to it just now: it is not abandoned.
      if (!(error instanceof TakenOver)) throw error;
    }
  }
}
