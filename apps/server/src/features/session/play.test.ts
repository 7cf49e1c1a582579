import type { SessionEvent } from '@coachvisio/engine/turn/events.ts';
import { Session, type SessionTranscript } from '@coachvisio/contract/session.ts';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestClient, type TestServer } from '../../platform/testing.ts';
import { closeAbandoned } from './close-abandoned.ts';
import { playToTheEnd } from './end-session.ts';
import { Play, TakenOver } from './play.ts';
import { sessions } from './session.table.ts';

const hour = 3_600_000;

describe('a session that nobody played for a while', () => {
  let server: TestServer;
  let learner: TestClient;
  beforeAll(async () => {
    server = await startTestServer();
    learner = await server.asMember();
  });
  afterAll(() => server.close());

  const context = () => server.platform.contextOf(learner.me.organisation.id);
  const read = async (id: string) => (await learner.call('GET', `/v1/sessions/${id}`)).json;

  async function happen(play: Play, event: SessionEvent): Promise<void> {
    await play.commit(play.decide(event));
  }

  /** A conversation that has begun, with the persona's opening said, whose process died an hour ago. */
  async function dead(durationMinutes: number | null = null): Promise<Session['id']> {
    const { id } = Session.parse(
      (await learner.call('POST', '/v1/sessions', { scenario: 'contrat-client-mefiant', locale: 'fr', durationMinutes, seed: 1 })).json,
    );
    const play = await Play.open(context(), id);
    if (!play) throw new Error('the session was not opened');
    const at = Date.now() - hour;
    await happen(play, { type: 'begun', at });
    await happen(play, { type: 'persona.spoke', seq: 1, text: 'Bonjour.', voicedBy: 'bank', at: at + 1000 });
    await context().tx((tx) =>
      tx
        .update(sessions)
        .set({ updatedAt: new Date(at + 1000) })
        .where(eq(sessions.id, id)),
    );
    return id;
  }

  it('stands still since shortly after it was last written', async () => {
    const id = await dead();
    const play = await Play.open(context(), id);
    expect(play?.snapshot).toMatchObject({ status: 'paused', runningSinceAt: null, elapsedMs: 21_000 });
    // It is written as well: the next process finds the same.
    expect(await read(id)).toMatchObject({ status: 'paused', elapsedMs: 21_000 } satisfies Partial<SessionTranscript>);
  });

  it('does not run out of time meanwhile', async () => {
    const play = await Play.open(context(), await dead(5));
    expect(play?.snapshot).toMatchObject({ status: 'paused', timeIsUp: false, due: null });
  });

  it('ends with the time that was played, not the time that went by', async () => {
    const id = await dead();
    await context().tx((tx) => playToTheEnd(context(), tx, id));
    expect(await read(id)).toMatchObject({ status: 'ended', elapsedMs: 21_000 } satisfies Partial<SessionTranscript>);
  });

  it('belongs to whoever opened it last', async () => {
    const id = await dead();
    const before = await Play.open(context(), id);
    const after = await Play.open(context(), id);
    if (!before || !after) throw new Error('the session was not opened');
    await happen(after, { type: 'resumed', at: Date.now() });
    await expect(happen(before, { type: 'resumed', at: Date.now() })).rejects.toThrow(TakenOver);
  });

  it('is ended by a request also where only the farewell was left to say', async () => {
    const id = await dead();
    const play = await Play.open(context(), id);
    if (!play) throw new Error('the session was not opened');
    const at = Date.now();
    await happen(play, { type: 'resumed', at });
    const back = play.snapshot.due;
    if (back) await happen(play, { type: 'persona.spoke', seq: back.seq, text: 'Je vous écoute.', voicedBy: 'bank', at });
    await happen(play, { type: 'learner.said', clientTurnId: 'a', text: 'Que craignez-vous le plus ?', spoken: '', at });
    await happen(play, { type: 'ended', at });
    expect(play.snapshot.due?.directive.ends).toMatchObject({ reason: 'learner' });
    expect(await learner.call('POST', `/v1/sessions/${id}/end`)).toMatchObject({ status: 200, json: { status: 'ended', outcome: { reason: 'learner' } } });
  });

  it('is closed by the clock after a day, and not before', async () => {
    const [recent, old] = [await dead(), await dead()];
    await context().tx((tx) =>
      tx
        .update(sessions)
        .set({ updatedAt: new Date(Date.now() - 25 * hour) })
        .where(eq(sessions.id, old)),
    );
    await closeAbandoned(server.platform);
    expect(await read(old)).toMatchObject({ status: 'ended', outcome: { reason: 'abandoned' } });
    expect(await read(recent)).toMatchObject({ status: 'live' });
  });
});
