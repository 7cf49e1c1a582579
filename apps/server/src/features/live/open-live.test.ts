import { Session } from '@coachvisio/contract/session.ts';
import { type SQL, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../../platform/testing.ts';

describe('a ticket', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  it('that nobody used is kept no longer than the next one takes', async () => {
    const learner = await server.asDemo();
    const { id } = Session.parse((await learner.call('POST', '/v1/sessions', { scenario: 'contrat-client-mefiant', locale: 'fr' })).json);
    for (let i = 0; i < 3; i += 1) await learner.call('POST', `/v1/sessions/${id}/tickets`);
    const inside = (statement: SQL) => server.db.tenant(learner.me.organisation.id, async (tx) => [...(await tx.execute(statement))]);
    await inside(sql`update live_ticket set expires_at = now() - interval '1 second' where session_id = ${id}`);
    await learner.call('POST', `/v1/sessions/${id}/tickets`);
    expect(await inside(sql`select 1 from live_ticket where session_id = ${id}`)).toHaveLength(1);
  });
});
