import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pass } from 'node:timers/promises';
import type { LiveServerFrame } from '@coachvisio/contract/live-protocol.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase } from '../../apps/server/src/platform/testing.ts';
import { startScript } from '../../bench/server.ts';
import { removeFolder, runServer, type RunningServer, temporaryFolder } from '../../scripts/run-server.ts';
import { ReconnectingLearner } from './learner.ts';
import { beginSession, enterDemo, type Person, readReport, readSession, ticketFor } from './person.ts';

const lines = readFileSync(join(import.meta.dirname, '../learners/retard-projet-strategique/middling.fr.txt'), 'utf8').split('\n').filter((line) => line.trim() !== '');

/** When to pull the plug, once a line was sent: at once, or when this is heard, and so many milliseconds later. */
interface Moment {
  readonly at: 'sent' | LiveServerFrame['type'];
  readonly afterMs: number;
}

/** The same moments in every run: a fault that one of them shows can be looked for. */
function moments(seed: number): () => Moment {
  let state = seed;
  const random = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const places = ['sent', 'committed', 'speaking', 'words', 'spoken'] as const;
  return () => ({ at: places[random(places.length)] ?? 'sent', afterMs: random(3) === 0 ? 0 : random(25) });
}

describe('a server that is killed', () => {
  let folder: string;
  let server: RunningServer;
  let database: Awaited<ReturnType<typeof createTestDatabase>>;
  let learner: Person;
  let environment: Record<string, string>;
  beforeAll(async () => {
    folder = await temporaryFolder();
    database = await createTestDatabase();
    environment = { RATE_LIMIT: 'off', ...(database ? { DATABASE_URL: database.url } : {}) };
    server = await runServer(folder, environment);
    environment['PORT'] = new URL(server.url).port;
    learner = await enterDemo(server.url);
  });
  afterAll(async () => {
    await server.stop();
    await database?.drop();
    await removeFolder(folder);
  });

  async function killAndStart(more: Record<string, string> = {}): Promise<void> {
    const gone = once(server.process, 'exit');
    server.process.kill('SIGKILL');
    await gone;
    server = await runServer(folder, { ...environment, ...more });
  }

  /** One conversation, the plug pulled once in each line. */
  async function converse(next: () => Moment, more: Record<string, string>): Promise<number> {
    const session = await beginSession(learner);
    const client = new ReconnectingLearner(server.url, session.id, await ticketFor(learner, session.id));
    await client.begun();
    let kills = 0;
    for (const line of lines) {
      if (client.over) break;
      const { at, afterMs } = next();
      const pulled = Promise.withResolvers<void>();
      let reached = false;
      const pull = () => {
        if (reached) return;
        reached = true;
        pass(afterMs).then(() => killAndStart(more)).then(pulled.resolve, pulled.reject);
      };
      client.onFrame = (frame) => frame.type === at && pull();
      const answered = client.say(line);
      if (at === 'sent') pull();
      await Promise.all([answered, pulled.promise]);
      kills += 1;
    }
    client.onFrame = () => undefined;
    await client.end();
    const { status, turns } = await readSession(learner, session.id);
    expect(status).toBe('ended');
    expect(turns.map(({ seq }) => seq)).toEqual(turns.map((_, index) => index + 1));
    // Every line once, in order, as it was said; and each is answered.
    expect(turns.flatMap(({ clientTurnId, text }) => (clientTurnId === null ? [] : [{ clientTurnId, text }]))).toEqual(client.said.map(({ clientTurnId, text }) => ({ clientTurnId, text })));
    for (const [index, { who }] of turns.entries()) if (who === 'learner') expect(turns[index + 1]?.who).toBe('persona');
    // Whatever it was ever told of as durable is there as it was told.
    for (const [seq, turn] of client.turns) expect(turns[seq - 1]).toEqual(turn);
    expect((await readReport(learner, session.id)).turns).toEqual(turns);
    expect(client.welcomes).toBeGreaterThan(kills / 2);
    return kills;
  }

  it('loses no turn and says none twice, wherever it was, and the conversation goes on by itself', async () => {
    let kills = 0;
    for (const next = moments(20_261_122); kills < 12; ) kills += await converse(next, {});
    expect(kills).toBeGreaterThanOrEqual(12);
  }, 120_000);

  it('does so in the middle of a model’s words as well', async () => {
    const model = await startScript('fake-provider.ts', ['20', '150']);
    const more = { MODEL_URL: `${model.url}/v1`, MODEL_NAME: 'test' };
    try {
      await killAndStart(more);
      expect(await converse(moments(7), more)).toBeGreaterThanOrEqual(8);
    } finally {
      model.stop();
    }
    await killAndStart();
  }, 120_000);
});
