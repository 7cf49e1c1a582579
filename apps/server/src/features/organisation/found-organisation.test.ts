import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../platform/id.ts';
import { startTestServer, type TestServer } from '../../platform/testing.ts';
import { foundPersonalOrganisation } from './found-organisation.ts';

describe('an organisation of one’s own', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  it('is founded once for somebody who signs in several times at once: a second one would outlive the account', async () => {
    const user = newId('usr');
    await Promise.all(Array.from({ length: 5 }, () => foundPersonalOrganisation(server.db, { user, name: 'Ada', locale: 'fr' })));
    expect((await server.native(`select org_id from member where user_id = '${user}'`)).rows).toHaveLength(1);
  });
});
