import { removeFolder, temporaryFolder } from '../scripts/run-server.ts';
import { startPostgres } from '../scripts/start-postgres.ts';
import { type Figure, pause, warmUp } from './figure.ts';
import { BenchLearner, type TurnTimes } from './learner.ts';
import { type Peer, peerOf } from './peer.ts';
import { percentile } from './percentile.ts';
import { RawClient } from './raw-client.ts';
import { startProvider, startServer } from './server.ts';
import { firstSounds, ourSpeaker } from './voice/first-sound.ts';

/** What the fake provider does: fixed, so that what is left over is ours. */
const provider = { firstTokenMs: 200, tokensPerSecond: 60 };
const crowd = [1, 10, 50, 100] as const;
const crowdAloud = [1, 10, 50, 100, 200] as const;
/** Turns measured with one session: a model's are a second long each. With more sessions each says fewer, never under 100 in all. */
const turnsAlone = { bank: 50, model: 20 };

const lines = [
  'Racontez-moi ce qui s’est passé avec les prestataires précédents.',
  'Je comprends que vous ne vouliez pas revivre ça.',
  'Le premier site sera prêt en quatre semaines.',
  'Qu’est-ce qui vous inquiète le plus aujourd’hui ?',
  'Nous avons livré 27 installations sur 29 à l’heure.',
  'Comment voyez-vous la suite avec vos équipes ?',
];

/** From the learner's text to the persona's first word, and its first sound, on the client's socket: with the bank, and with a model beside a raw client. */
export default async function turn({ peer: peerName }: { readonly peer?: string | undefined } = {}) {
  const peer = await peerOf(peerName);
  const figures: Figure[] = [];
  const notes: string[] = [
    'Measured at the client’s socket, on one machine for client, server, database and fake provider; the first 3 turns of each session are dropped.',
    'With more than one session each learner waits 1 to 3 s between a reply and the next line: at 100 sessions about 50 turns a second.',
    `The fake provider answers after ${provider.firstTokenMs} ms at ${provider.tokensPerSecond} tokens/s, in a process of its own; product and raw client take turns in the same run.`,
    'Aloud: a round of raw clients, then a round of each system, and so on; 10 sessions say 2.5 lines a second, more of them 10. Its first sound comes 90 ms after it was asked for.',
    ...(peer?.notes ?? []),
  ];
  const postgres = await startPostgres();
  if (!postgres) notes.push('No PostgreSQL server was found: only the embedded database was measured.');
  const databases = [{ name: 'embedded', environment: {} }, ...(postgres ? [{ name: 'PostgreSQL', environment: { DATABASE_URL: postgres.url } }] : [])];
  for (const { name, environment } of databases) figures.push(...(await withBank(name, environment)));
  const last = databases.at(-1);
  if (last) figures.push(...(await withModel(last.name, last.environment)), ...(await aloud(last.environment, peer)));
  await postgres?.stop();
  return { figures, notes };
}

async function withBank(database: string, environment: Record<string, string>): Promise<Figure[]> {
  const folder = await temporaryFolder();
  const server = await startServer(folder, environment);
  const figures: Figure[] = [];
  for (const sessions of crowd) {
    const times = await converse(server.url, sessions, turnsAlone.bank);
    const p95 = percentile(
      times.map(({ firstWord }) => firstWord),
      95,
    );
    figures.push(
      {
        name: `bank, ${database}, ${sessions} at once: text sent → first word, p50`,
        value: percentile(
          times.map(({ firstWord }) => firstWord),
          50,
        ),
        unit: 'ms',
      },
      {
        name: `bank, ${database}, ${sessions} at once: text sent → first word, p95`,
        value: p95,
        unit: 'ms',
        ...(sessions === 1 ? { target: '≤ 30', holds: p95 <= 30 } : {}),
      },
      {
        name: `bank, ${database}, ${sessions} at once: turn durable → first word, p95`,
        value: percentile(
          times.map(({ afterCommit }) => afterCommit),
          95,
        ),
        unit: 'ms',
        target: '≤ 30',
        holds:
          percentile(
            times.map(({ afterCommit }) => afterCommit),
            95,
          ) <= 30,
      },
    );
  }
  await server.stop();
  await removeFolder(folder);
  return figures;
}

async function withModel(database: string, environment: Record<string, string>): Promise<Figure[]> {
  const fake = await startProvider([String(provider.firstTokenMs), String(provider.tokensPerSecond)]);
  const folder = await temporaryFolder();
  const server = await startServer(folder, { ...environment, ...fake.settings });
  const figures: Figure[] = [];
  for (const sessions of crowd) {
    // Raw, product, raw: a machine that warms up or tires counts for both alike.
    const rawBefore = await raw(fake.url, sessions);
    const ours = (await converse(server.url, sessions, turnsAlone.model)).map(({ firstWord }) => firstWord);
    const rawAfter = await raw(fake.url, sessions);
    const limit = percentile([...rawBefore, ...rawAfter], 50);
    const ratio = percentile(ours, 50) / limit;
    const most = sessions === 1 ? 1.05 : sessions === 100 ? 1.15 : undefined;
    figures.push(
      { name: `model, ${database}, ${sessions} at once: raw client → first token, p50`, value: limit, unit: 'ms' },
      { name: `model, ${database}, ${sessions} at once: text sent → first word, p50`, value: percentile(ours, 50), unit: 'ms' },
      { name: `model, ${database}, ${sessions} at once: text sent → first word, p95`, value: percentile(ours, 95), unit: 'ms' },
      {
        name: `model, ${database}, ${sessions} at once: p50 against the raw client`,
        value: ratio,
        unit: 'x',
        ...(most === undefined ? {} : { target: `≤ ${most}`, holds: ratio <= most }),
      },
    );
  }
  await server.stop();
  fake.stop();
  await removeFolder(folder);
  return figures;
}

/** So many learners at once, each saying one line after the other. */
async function converse(url: string, sessions: number, alone: number): Promise<TurnTimes[]> {
  const turns = warmUp + Math.max(4, Math.ceil((sessions === 1 ? alone : 100) / sessions));
  const learners: BenchLearner[] = [];
  while (learners.length < sessions)
    learners.push(...(await Promise.all(Array.from({ length: Math.min(10, sessions - learners.length) }, () => BenchLearner.enter(url)))));
  const times = await Promise.all(
    learners.map(async (learner, index) => {
      const own: TurnTimes[] = [];
      let speaker = learner;
      for (let n = 0; n < turns; n += 1) {
        await pause(pauseBefore(sessions, index, n));
        // A persona that has heard enough ends the conversation; the next one goes on with the next line.
        if (speaker.over) speaker = await BenchLearner.enter(url);
        own.push(await speaker.say(`${lines[n % lines.length] ?? ''} ${n > lines.length ? `(${n})` : ''}`.trim()));
      }
      speaker.leave();
      return own.slice(warmUp);
    }),
  );
  return times.flat();
}

/** The same prompt length straight to the provider: nothing can be faster. */
async function raw(url: string, sessions: number): Promise<number[]> {
  const client = new RawClient(url, lines.join(' '));
  const turns = warmUp + Math.max(2, Math.ceil((sessions === 1 ? turnsAlone.model : 100) / sessions / 2));
  const times = await Promise.all(
    Array.from({ length: sessions }, async (_, index) => {
      const own: number[] = [];
      for (let n = 0; n < turns; n += 1) {
        await pause(pauseBefore(sessions, index, n));
        own.push(await client.firstWord());
      }
      return own.slice(warmUp);
    }),
  );
  return times.flat();
}

/** With a voice: from the text to the first sound. */
async function aloud(environment: Record<string, string>, peer: Peer | null): Promise<Figure[]> {
  const fake = await startProvider([String(provider.firstTokenMs), String(provider.tokensPerSecond)]);
  const folder = await temporaryFolder();
  const server = await startServer(folder, { ...environment, ...fake.settings });
  const figures: Figure[] = [];
  try {
    for (const sessions of crowdAloud) {
      const systems = new Map([['product', () => ourSpeaker(server.url)]]);
      for (const { name, enter } of peer?.systems ?? []) systems.set(name, () => enter(fake.url));
      figures.push(...(await firstSounds(fake.url, sessions, lines, systems)));
    }
  } finally {
    await server.stop();
    peer?.stop();
    fake.stop();
    await removeFolder(folder);
  }
  return figures;
}

/** Alone, one turn after the other; with more, one to three seconds between a reply and the next line: ten times faster than people. */
const pauseBefore = (sessions: number, learner: number, n: number): number => (sessions === 1 ? 5 : 1000 + ((learner * 137 + n * 601) % 2000));
