import { Session } from '@coachvisio/contract/session.ts';
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
    await server.native(`update live_ticket set expires_at = now() - interval '1 second'`);
    await learner.call('POST', `/v1/sessions/${id}/tickets`);
    expect((await server.native('select 1 from live_ticket')).rows).toHaveLength(1);
  });
});
