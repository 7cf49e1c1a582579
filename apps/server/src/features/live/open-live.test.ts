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
    const { id: org } = learner.me.organisation;
    const inside = (statement: SQL) => server.db.tenant(org, async (tx) => [...(await tx.execute(statement))]);
    await inside(sql`insert into live_ticket (org_id, hash, session_id, expires_at) values (${org}, 'forgotten', ${id}, now() - interval '1 second')`);
    await learner.call('POST', `/v1/sessions/${id}/tickets`);
    expect(await inside(sql`select hash = 'forgotten' as forgotten from live_ticket where session_id = ${id}`)).toEqual([{ forgotten: false }]);
  });
});
