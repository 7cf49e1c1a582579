import { Session } from '@coachvisio/contract/session.ts';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestClient, type TestServer } from '../../platform/testing.ts';
import { closeAbandoned } from './close-abandoned.ts';
import { sessions } from './session.table.ts';

describe('sessions that were left', () => {
  let server: TestServer;
  let learner: TestClient;
  beforeAll(async () => {
    server = await startTestServer();
    learner = await server.asDemo();
  });
  afterAll(() => server.close());

  it('are closed, also after one that nobody can play any more', async () => {
    const begin = async () => Session.parse((await learner.call('POST', '/v1/sessions', { scenario: 'contrat-client-mefiant', locale: 'fr' })).json).id;
    const [gone, spoilt, sound] = [await begin(), await begin(), await begin()];
    await server.db.tenant(learner.me.organisation.id, async (tx) => {
      await tx.update(sessions).set({ updatedAt: sql`now() - interval '25 hours'` });
      await tx
        .update(sessions)
        .set({ scenario: 'left-the-library', updatedAt: sql`now() - interval '27 hours'` })
        .where(eq(sessions.id, gone));
      await tx
        .update(sessions)
        .set({ snapshot: sql`'{"status":"live"}'::jsonb`, status: 'live', updatedAt: sql`now() - interval '26 hours'` })
        .where(eq(sessions.id, spoilt));
    });
    await closeAbandoned(server.platform);
    expect((await learner.call('GET', `/v1/sessions/${sound}`)).json).toMatchObject({ status: 'ended' });
    expect((await learner.call('DELETE', `/v1/sessions/${gone}`)).status).toBe(204);
  });
});
