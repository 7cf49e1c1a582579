import { once } from 'node:events';
import { setTimeout as pass } from 'node:timers/promises';
import type { LiveServerFrame } from '@coachvisio/contract/live-protocol.ts';
import { runServer, type RunningServer } from '../scripts/run-server.ts';
import { ReconnectingLearner, uncut } from '../tests/protocol/learner.ts';
import { beginSession, type Person, readReport, readSession, ticketFor } from '../tests/protocol/person.ts';
import type { Turn } from '@coachvisio/contract/conversation.ts';
import type { SessionId } from '@coachvisio/contract/id.ts';

/** When to pull the plug, once a line was sent: at once, or when this is heard, and so many milliseconds later. */
export interface Moment {
  readonly at: 'sent' | 'sound' | LiveServerFrame['type'];
  readonly afterMs: number;
}

const places: readonly Moment['at'][] = ['sent', 'committed', 'speaking', 'words', 'spoken'];
/** Those of a conversation that is spoken. */
export const placesAloud: readonly Moment['at'][] = ['sent', 'understood', 'committed', 'speaking', 'words', 'sentence', 'sound', 'spoken', 'sentence_end'];

/** Moments at random; the same seed gives the same ones, so that a fault which one of them shows can be looked for. */
export function momentsOf(seed: number, among = places): () => Moment {
  let state = seed;
  const random = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  return () => ({ at: among[random(among.length)] ?? 'sent', afterMs: random(3) === 0 ? 0 : random(25) });
}

/** A server that can be killed: started again on the same data and the same port. */
export class FragileServer {
  readonly #folder: string;
  readonly #environment: Record<string, string>;
  #running: RunningServer;
  /** How long each start took until the server was ready again, in ms. */
  readonly startsMs: number[] = [];

  private constructor(folder: string, environment: Record<string, string>, running: RunningServer) {
    this.#folder = folder;
    this.#environment = { ...environment, PORT: new URL(running.url).port };
    this.#running = running;
  }

  static async start(folder: string, environment: Record<string, string> = {}): Promise<FragileServer> {
    const settings = { RATE_LIMIT: 'off', ...environment };
    return new FragileServer(folder, settings, await runServer(folder, settings));
  }

  get url(): string {
    return this.#running.url;
  }

  async killAndStart(more: Record<string, string> = {}): Promise<void> {
    const { process } = this.#running;
    const gone = process.exitCode === null && process.signalCode === null ? once(process, 'exit') : undefined;
    process.kill('SIGKILL');
    await gone;
    const from = performance.now();
    this.#running = await runServer(this.#folder, { ...this.#environment, ...more });
    this.startsMs.push(performance.now() - from);
  }

  stop(): Promise<void> {
    return this.#running.stop();
  }
}

/** What a conversation through outages came to; everything but `kills`, `conversations` and `acknowledged` should be nought. */
export interface Tally {
  readonly kills: number;
  readonly conversations: number;
  /** Turns that a client was told of as durable. */
  readonly acknowledged: number;
  /** Acknowledged, and not there afterwards as they were told. */
  readonly lost: number;
  /** Lines of a learner that stand there not exactly once, or not in the order in which they were said. */
  readonly misplaced: number;
  /** Lines of a learner that no reply follows. */
  readonly unanswered: number;
  /** Conversations whose debrief does not hold the same turns. */
  readonly reportsApart: number;
}

export const sum = (a: Tally, b: Tally): Tally => ({
  kills: a.kills + b.kills,
  conversations: a.conversations + b.conversations,
  acknowledged: a.acknowledged + b.acknowledged,
  lost: a.lost + b.lost,
  misplaced: a.misplaced + b.misplaced,
  unanswered: a.unanswered + b.unanswered,
  reportsApart: a.reportsApart + b.reportsApart,
});

/** A line as a microphone hears it. */
export interface Spoken {
  readonly text: string;
  readonly sound: Int16Array;
}

interface Outages {
  readonly server: FragileServer;
  readonly learner: Person;
  /** What each learner says, one line a round; the server is killed once in each round. Aloud where there is sound of it. */
  readonly lines: readonly (string | Spoken)[];
  readonly conversations: number;
  readonly next: () => Moment;
  /** Settings that the server is started with again. */
  readonly settings?: Record<string, string>;
}

const longestMs = 8_000;

/** Conversations at once; in each round all say a line, and the plug is pulled. Each goes on by itself, to its debrief. */
export async function talkThroughOutages({ server, learner, lines, conversations, next, settings = {} }: Outages): Promise<Tally> {
  const talks = await Promise.all(
    Array.from({ length: conversations }, async (_, index) => {
      const { id } = await beginSession(learner, { seed: index + 1 });
      const aloud = lines.some((line) => typeof line !== 'string');
      const client = new ReconnectingLearner(server.url, id, await ticketFor(learner, id), { aloud });
      await client.begun();
      return { id, client };
    }),
  );
  try {
    for (const [round, line] of lines.entries()) {
      const pulled = Promise.withResolvers<void>();
      const { at, afterMs } = next();
      let reached = false;
      const pull = () => {
        if (reached) return;
        reached = true;
        pass(afterMs)
          .then(() => server.killAndStart(settings))
          .then(pulled.resolve, pulled.reject);
      };
      for (const { client } of talks) {
        client.onFrame = (frame) => frame.type === at && pull();
        client.onSound = () => at === 'sound' && pull();
      }
      const answered = talks.map(({ client }) => (typeof line === 'string' ? client.say(line) : client.speak(line.text, line.sound)));
      if (at === 'sent') pull();
      // What never comes must not keep the drill: a persona that ended the conversation says no more.
      const late = setTimeout(pull, longestMs);
      await Promise.all([...answered, pulled.promise]);
      clearTimeout(late);
      for (const { client } of talks) await client.welcomed(round + 2);
    }
    const ends: Tally[] = [];
    for (const { id, client } of talks) ends.push(await endAndCompare(learner, id, client));
    return { ...ends.reduce(sum), kills: lines.length };
  } finally {
    for (const { client } of talks) client.leave();
  }
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** There as it was told; or cut since, of which the client was not told before the line broke. */
const isKept = (told: Turn, kept: Turn | undefined): boolean =>
  same(told, kept) || (kept?.unheard !== undefined && told.unheard === undefined && same(uncut(told), uncut(kept)));

async function endAndCompare(learner: Person, id: SessionId, client: ReconnectingLearner): Promise<Tally> {
  client.onFrame = () => undefined;
  client.onSound = () => undefined;
  await client.end();
  const { turns } = await readSession(learner, id);
  const kept = turns.filter(({ who }) => who === 'learner');
  const report = await readReport(learner, id);
  return {
    kills: 0,
    conversations: 1,
    acknowledged: client.turns.size,
    lost: [...client.turns].filter(([seq, turn]) => !isKept(turn, turns[seq - 1])).length,
    misplaced:
      Math.abs(kept.length - client.said.length) +
      client.said.filter(({ clientTurnId, text }, index) => kept[index]?.clientTurnId !== clientTurnId || kept[index].text !== text).length,
    unanswered: turns.filter(({ who }, index) => who === 'learner' && turns[index + 1]?.who !== 'persona').length,
    reportsApart: same(report.turns, turns) ? 0 : 1,
  };
}
