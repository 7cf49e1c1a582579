import { besideLimit, type Figure, pause, warmUp } from '../figure.ts';
import { BenchLearner } from '../learner.ts';
import { percentile } from '../percentile.ts';
import { RawClient } from '../raw-client.ts';

/** Whoever answers a line aloud: the product, or another one beside it. */
export interface Speaker {
  /** Milliseconds from the line to the first sound of its answer. */
  say(line: string): Promise<number>;
  /** Stops what is still being said. */
  hush(): Promise<void>;
  leave(): void;
}

const leastSamples = 50;
/** A line every 4 s from each of ten people; with more people as many lines a second as ten a second. */
const everyMs = (sessions: number): number => Math.max(4_000, sessions * 100);
/** What was said before is cut so long before the next line. */
const hushMs = 400;

/** From a line to the first sound of its answer: each system in turn, the raw client between, all in one run. */
export async function firstSounds(
  url: string,
  sessions: number,
  lines: readonly string[],
  systems: ReadonlyMap<string, () => Promise<Speaker>>,
): Promise<Figure[]> {
  const raw = Array.from({ length: sessions }, () => new RawClient(url, lines.join(' ')));
  const speakers = new Map<string, Speaker[]>();
  const limit: number[] = [];
  const times = new Map<string, number[]>();
  try {
    for (const [name, enter] of systems) speakers.set(name, await enterAll(sessions, enter));
    const samples = warmUp + Math.max(leastSamples, sessions);
    const rounds = sessions === 1 ? samples : Math.max(2, Math.ceil(samples / sessions));
    for (let round = 0; round < rounds; round += 1) {
      const line = lines[round % lines.length] ?? '';
      limit.push(...(await inTurns(raw, sessions, (client) => client.firstSound())));
      for (const [name, crowd] of speakers) {
        const own = times.get(name) ?? [];
        own.push(...(await inTurns(crowd, sessions, (speaker) => speaker.say(`${line} (${round})`))));
        times.set(name, own);
        await Promise.all(crowd.map((speaker) => speaker.hush()));
      }
    }
  } finally {
    for (const crowd of speakers.values()) for (const speaker of crowd) speaker.leave();
  }
  return figuresOf(sessions, limit.slice(warmUp), times);
}

function figuresOf(sessions: number, limit: readonly number[], times: ReadonlyMap<string, readonly number[]>): Figure[] {
  const [limit50, limit95] = [percentile(limit, 50), percentile(limit, 95)];
  const about = (of: string) => `aloud, ${sessions} at once: ${of}`;
  const figures: Figure[] = [
    { name: about('raw client → first sound, p50'), value: limit50, unit: 'ms' },
    { name: about('raw client → first sound, p95'), value: limit95, unit: 'ms' },
  ];
  for (const [name, all] of times) {
    const own = all.slice(warmUp);
    const most = name !== 'product' ? undefined : sessions === 1 ? { p50: 1.03 } : sessions === 100 ? { p50: 1.12, p95: 1.25 } : undefined;
    const ratio = (p: 'p50' | 'p95', value: number): Figure => {
      const target = most && p in most ? (p === 'p50' ? most.p50 : most.p95) : undefined;
      return {
        name: about(`${name} against the raw client, ${p}`),
        value,
        unit: 'x',
        ...(target === undefined ? {} : { target: `≤ ${target}`, holds: value <= target }),
      };
    };
    figures.push(
      { name: about(`${name}: text sent → first sound, p50`), value: percentile(own, 50), unit: 'ms' },
      { name: about(`${name}: text sent → first sound, p95`), value: percentile(own, 95), unit: 'ms' },
      ratio('p50', percentile(own, 50) / limit50),
      ratio('p95', percentile(own, 95) / limit95),
    );
  }
  return besideLimit(about('text sent → first sound'), limit, figures);
}

/** Everybody once, spread over the time that a round takes. */
async function inTurns<T>(all: readonly T[], sessions: number, ask: (one: T) => Promise<number>): Promise<number[]> {
  if (sessions === 1) return all[0] === undefined ? [] : [await ask(all[0])];
  const gap = (everyMs(sessions) - hushMs) / sessions;
  return Promise.all(
    all.map(async (one, index) => {
      await pause(index * gap);
      return ask(one);
    }),
  );
}

async function enterAll(sessions: number, enter: () => Promise<Speaker>): Promise<Speaker[]> {
  const all: Speaker[] = [];
  while (all.length < sessions) all.push(...(await Promise.all(Array.from({ length: Math.min(10, sessions - all.length) }, enter))));
  return all;
}

/** A learner of ours, who goes on in another conversation when the persona has ended one. */
export async function ourSpeaker(url: string): Promise<Speaker> {
  let learner = await BenchLearner.enter(url, { aloud: true });
  return {
    async say(line) {
      return (await learner.say(line)).firstSound;
    },
    async hush() {
      await learner.hush();
      if (!learner.over) return;
      learner.leave();
      learner = await BenchLearner.enter(url, { aloud: true });
    },
    leave: () => learner.leave(),
  };
}
