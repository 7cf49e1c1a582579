import type { SessionId } from '@coachvisio/contract/id.ts';
import { ratingRoutes, type SessionRating } from '@coachvisio/contract/rating.ts';
import { capableLines } from '@coachvisio/engine/rating/rating.testing.ts';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { openTalk } from '../../../../../tests/protocol/person.ts';
import type { TestClient, TestServer } from '../../platform/testing.ts';
import { type RaterAnswerRow, raterAnswers } from './report.table.ts';

const Line = z.object({ turn: z.int(), who: z.enum(['learner', 'persona']), text: z.string() });
export type Line = z.infer<typeof Line>;

/** The turns as the model was sent them. */
export const toldOf = (content: string): Line[] =>
  (/<transcript>\n([\s\S]*)\n<\/transcript>/.exec(content)?.[1] ?? '').split('\n').flatMap((line) => Line.safeParse(JSON.parse(line)).data ?? []);

/** A session that was played to its end. */
export async function played(server: TestServer, learner: TestClient, lines: readonly string[] = capableLines): Promise<SessionId> {
  const { socket, session } = await openTalk(server.url, learner);
  for (const line of lines) {
    socket.say(line);
    await socket.next('committed');
    await socket.next('spoken');
  }
  socket.send({ type: 'end' });
  await socket.next('ended');
  return session.id;
}

export const ratingsOf = async (learner: TestClient, session: SessionId): Promise<SessionRating[]> =>
  ratingRoutes.list.answer.parse((await learner.call('GET', `/v1/sessions/${session}/ratings`)).json).ratings;

export async function untilRated(learner: TestClient, session: SessionId, enough: (found: readonly SessionRating[]) => boolean): Promise<SessionRating[]> {
  for (;;) {
    const found = await ratingsOf(learner, session);
    if (enough(found)) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The rating of the panel, and the one of the rules before. */
export async function byPanel(learner: TestClient, session: SessionId): Promise<{ readonly newest: SessionRating; readonly before: SessionRating }> {
  const [newest, before] = await untilRated(learner, session, ([first]) => first?.kind === 'panel');
  if (!newest || !before) throw new Error('a panel rates beside the rules');
  return { newest, before };
}

export const answersOf = (server: TestServer, learner: TestClient, session: SessionId): Promise<RaterAnswerRow[]> =>
  server.db.tenant(learner.me.organisation.id, (tx) => tx.select().from(raterAnswers).where(eq(raterAnswers.sessionId, session)));

const Rows = z.object({ rows: z.array(z.unknown()) });

/** Jobs that failed, or will be tried again. */
export const failedJobs = async (server: TestServer): Promise<unknown[]> =>
  Rows.parse(
    await server.native(
      "select name, state, retry_count, output from pgboss.job where name like 'report.%' and (state in ('failed', 'retry') or retry_count > 0)",
    ),
  ).rows;

/** Every job that was added so far has run. */
export async function settled(server: TestServer): Promise<void> {
  const waiting = async () =>
    Rows.parse(
      await server.native(`select id::text from pgboss.job where name like 'report.%' and state < 'completed'
        union all select id from event where dispatched_at is null`),
    ).rows.length;
  while ((await waiting()) > 0) await new Promise((resolve) => setTimeout(resolve, 50));
}
