import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pass } from 'node:timers/promises';
import type { SessionId } from '@coachvisio/contract/id.ts';
import type { LiveServerFrame } from '@coachvisio/contract/live-protocol.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase } from '../../apps/server/src/platform/testing.ts';
import { startScript } from '../../bench/server.ts';
import { removeFolder, runServer, type RunningServer, temporaryFolder } from '../../scripts/run-server.ts';
import { ReconnectingLearner } from './learner.ts';
import { beginSession, enterDemo, type Person, readReport, readSession, ticketFor } from './person.ts';

const lines = readFileSync(join(import.meta.dirname, '../learners/retard-projet-strategique/middling.fr.txt'), 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '');

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
    const { process } = server;
    const gone = process.exitCode === null && process.signalCode === null ? once(process, 'exit') : undefined;
    process.kill('SIGKILL');
    await gone;
    server = await runServer(folder, { ...environment, ...more });
  }

  /** Four conversations at once; in each round all say a line, and the plug is pulled. */
  async function converse(rounds: number, next: () => Moment, more: Record<string, string>): Promise<void> {
    const talks = await Promise.all(
      [1, 2, 3, 4].map(async (seed) => {
        const { id } = await beginSession(learner, { seed });
        const client = new ReconnectingLearner(server.url, id, await ticketFor(learner, id));
        await client.begun();
        return { id, client };
      }),
    );
    try {
      for (const [round, line] of lines.slice(0, rounds).entries()) {
        const pulled = Promise.withResolvers<void>();
        const { at, afterMs } = next();
        let reached = false;
        const pull = () => {
          if (reached) return;
          reached = true;
          pass(afterMs)
            .then(() => killAndStart(more))
            .then(pulled.resolve, pulled.reject);
        };
        for (const { client } of talks) client.onFrame = (frame) => frame.type === at && pull();
        const answered = talks.map(({ client }) => client.say(line));
        if (at === 'sent') pull();
        await Promise.all([...answered, pulled.promise]);
        for (const { client } of talks) await client.welcomed(round + 2);
      }
      for (const { id, client } of talks) await endAndCompare(id, client, rounds);
    } finally {
      for (const { client } of talks) client.leave();
    }
  }

  async function endAndCompare(id: SessionId, client: ReconnectingLearner, rounds: number): Promise<void> {
    client.onFrame = () => undefined;
    await client.end();
    const { status, turns } = await readSession(learner, id);
    expect(status).toBe('ended');
    expect(turns.map(({ seq }) => seq)).toEqual(turns.map((_, index) => index + 1));
    // Every line once, in order, as it was said; and each is answered.
    expect(client.said).toHaveLength(rounds);
    expect(turns.flatMap(({ clientTurnId, text }) => (clientTurnId === null ? [] : [{ clientTurnId, text }]))).toEqual(
      client.said.map(({ clientTurnId, text }) => ({ clientTurnId, text })),
    );
    for (const [index, { who }] of turns.entries()) if (who === 'learner') expect(turns[index + 1]?.who).toBe('persona');
    // Whatever it was ever told of as durable is there as it was told.
    for (const [seq, turn] of client.turns) expect(turns[seq - 1]).toEqual(turn);
    expect((await readReport(learner, id)).turns).toEqual(turns);
  }

  // Four rounds and one, each for four conversations: twenty turns that a crash goes through.
  it('loses no turn and says none twice, wherever it was, and the conversation goes on by itself', async () => {
    await converse(4, moments(20_261_122), {});
  }, 240_000);

  it('does so in the middle of a model’s words as well', async () => {
    const model = await startScript('fake-provider.ts', ['20', '150']);
    const more = { MODEL_URL: `${model.url}/v1`, MODEL_NAME: 'test' };
    try {
      await killAndStart(more);
      await converse(1, moments(7), more);
    } finally {
      model.stop();
    }
  }, 240_000);
});
