import { expect, test } from 'vitest';
import { Report } from '@coachvisio/contract/report.ts';
import { Live } from '../../integrations/talk/live.ts';
import { LiveTicket, Session } from '@coachvisio/contract/session.ts';
import { createTestDatabase } from '../../apps/server/src/platform/testing.ts';
import { removeFolder, runServer, type RunningServer, temporaryFolder } from '../../scripts/run-server.ts';

const secret = 'the same thirty-two characters everywhere';

/** One image, three roles: each in a process of its own, with nothing but the database between them. */
test.runIf(process.env['TEST_DATABASE_URL'])('web, live and worker play a conversation to its report as three processes', async () => {
  const database = await createTestDatabase();
  if (!database) throw new Error('TEST_DATABASE_URL is set: a database is made from it');
  const folder = await temporaryFolder();
  const environment = { DATABASE_URL: database.url, AUTH_SECRET: secret, RATE_LIMIT: 'off' };
  const running: RunningServer[] = [];
  const run = async (ROLES: string): Promise<RunningServer> => {
    const server = await runServer(folder, { ...environment, ROLES });
    running.push(server);
    return server;
  };
  try {
    const web = await run('web');
    const live = await run('live');
    await run('worker');
    const json = { 'content-type': 'application/json', origin: web.url };
    const demo = await fetch(`${web.url}/v1/demo`, { method: 'POST', headers: json, body: '{}' });
    const headers = {
      ...json,
      cookie: demo.headers
        .getSetCookie()
        .map((it) => it.split(';')[0])
        .join('; '),
    };
    const session = Session.parse(
      await (
        await fetch(`${web.url}/v1/sessions`, { method: 'POST', headers, body: JSON.stringify({ scenario: 'contrat-client-mefiant', locale: 'fr', seed: 7 }) })
      ).json(),
    );
    const ticket = LiveTicket.parse(await (await fetch(`${web.url}/v1/sessions/${session.id}/tickets`, { method: 'POST', headers, body: '{}' })).json());
    // Who only answers the API has no socket, and who only holds sockets no API.
    expect((await fetch(`${live.url}/v1/me`, { headers })).status).toBe(404);
    const { live: talk } = await Live.open(live.url, ticket);
    await talk.say('Racontez-moi ce qui s’est passé avec les deux prestataires précédents.');
    const { outcome } = await talk.end();
    expect(outcome?.reason).toBe('learner');
    let report: Response;
    do report = await fetch(`${web.url}/v1/sessions/${session.id}/report`, { headers });
    while (report.status === 409);
    expect(Report.parse(await report.json()).turns.length).toBeGreaterThanOrEqual(4);
  } finally {
    await Promise.all(running.map((server) => server.stop()));
    await database.drop();
    await removeFolder(folder);
  }
});
