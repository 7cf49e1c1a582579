import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase } from '../../apps/server/src/platform/testing.ts';
import { startScript } from '../../bench/server.ts';
import { FragileServer, momentsOf, talkThroughOutages } from '../../drills/outage.ts';
import { removeFolder, temporaryFolder } from '../../scripts/run-server.ts';
import { enterDemo, type Person } from './person.ts';

const lines = readFileSync(join(import.meta.dirname, '../learners/retard-projet-strategique/middling.fr.txt'), 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '');

describe('a server that is killed', () => {
  let folder: string;
  let server: FragileServer;
  let database: Awaited<ReturnType<typeof createTestDatabase>>;
  let learner: Person;
  beforeAll(async () => {
    folder = await temporaryFolder();
    database = await createTestDatabase();
    server = await FragileServer.start(folder, database ? { DATABASE_URL: database.url } : {});
    learner = await enterDemo(server.url);
  });
  afterAll(async () => {
    await server.stop();
    await database?.drop();
    await removeFolder(folder);
  });

  // `npm run drill -- kill` does it twenty times, at moments that are new in every run.
  it('loses no turn and says none twice, wherever it was, and the conversation goes on by itself', async () => {
    const { acknowledged, ...faults } = await talkThroughOutages({ server, learner, lines: lines.slice(0, 4), conversations: 4, next: momentsOf(20_261_122) });
    expect(acknowledged).toBeGreaterThanOrEqual(4 * (1 + 2 * 4));
    expect(faults).toEqual({ kills: 4, conversations: 4, lost: 0, misplaced: 0, unanswered: 0, reportsApart: 0 });
  }, 240_000);

  it('does so in the middle of a model’s words as well', async () => {
    const model = await startScript('fake-provider.ts', ['20', '150']);
    const settings = { MODEL_URL: `${model.url}/v1`, MODEL_NAME: 'test' };
    try {
      await server.killAndStart(settings);
      const tally = await talkThroughOutages({ server, learner, lines: lines.slice(0, 1), conversations: 4, next: momentsOf(7), settings });
      expect(tally).toMatchObject({ kills: 1, conversations: 4, lost: 0, misplaced: 0, unanswered: 0, reportsApart: 0 });
    } finally {
      model.stop();
    }
  }, 240_000);
});
