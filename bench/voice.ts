import { removeFolder, temporaryFolder } from '../scripts/run-server.ts';
import { atMost, besideLimit, exactly, type Figure, pause, warmUp } from './figure.ts';
import { peerOf } from './peer.ts';
import { percentile } from './percentile.ts';
import { RawClient } from './raw-client.ts';
import { startProvider, startServer } from './server.ts';
import { type Clip, makeClips } from './voice/clips.ts';
import { questions, statements, thinking } from './voice/scripts.ts';
import { VoiceLearner } from './voice/voice-learner.ts';

/** Learners at the same time: far from what a machine can carry, and four times as fast. */
const learners = 4;
const samples = 50;
/** The persona is listened to for so long before the next clip. */
const listeningMs = 1_200;
const keyReleased = 'product, from the release of a key';

/** Somebody to talk to, by voice. */
export interface Listener {
  /** Says this aloud; what happened until the first sound of the answer. */
  ask(clip: Clip): Promise<Answered>;
  leave(): void;
}

export interface Answered {
  /** From the end of the voice to the first sound of the answer. */
  readonly afterMs: number;
  /** It was answered before it was over, or only in part. */
  readonly cutIn: boolean;
  readonly text: string;
}

/** From the end of what is said, as sound, to the first sound of the answer; and whether those who think are let finish. */
export default async function voice({ peer: peerName }: { readonly peer?: string | undefined } = {}) {
  const peer = await peerOf(peerName);
  const asked = await makeClips(questions);
  const stated = await makeClips(statements, 100);
  const thought = await makeClips(thinking, 200);
  const provider = await startProvider();
  await provider.teach([...asked, ...stated, ...thought]);
  const folder = await temporaryFolder();
  const server = await startServer(folder, provider.settings);
  const figures: Figure[] = [];
  /** Who was cut in on, and where. */
  const cut: string[] = [];
  try {
    const ours = (pushesToTalk: boolean) => () => ourListener(server.url, pushesToTalk);
    const peers = (peer?.systems ?? []).map(({ name, enter }) => [name, () => enter(provider.url)] as const);
    figures.push(...(await afterQuestions(provider.url, asked, new Map([['product', ours(false)], [keyReleased, ours(true)], ...peers]))));
    figures.push(...(await afterStatements(stated, ours(false))));
    figures.push(...(await cutIns('product', thought, ours(false), cut)));
    for (const [name, enter] of peers) figures.push(...(await cutIns(name, thought, enter, cut)));
  } finally {
    await server.stop();
    peer?.stop();
    provider.stop();
    await removeFolder(folder);
  }
  return {
    figures,
    notes: [
      'Clips are spoken by espeak-ng, so that the moment at which the last sound ends is known, and sent in real time, packets of 20 ms, as the web app does; its detector says when the voice began and paused.',
      'Measured at the client’s socket, one machine for all; the fake provider hears in 120 ms, thinks in 200 ms and speaks in 90 ms. The raw client is told the end of what was said and asks the three of them one after the other.',
      `${learners} learners at the same time; systems and raw client take turns; the first ${warmUp} of each are dropped.`,
      'A plain statement is answered after 1.2 s of silence by design: people think.',
      ...(peer?.notes ?? []),
      ...cut,
    ],
  };
}

async function afterQuestions(url: string, clips: readonly Clip[], systems: ReadonlyMap<string, () => Promise<Listener>>): Promise<Figure[]> {
  const limit: number[] = [];
  const times = new Map<string, number[]>([...systems.keys()].map((name) => [name, []]));
  await Promise.all(
    Array.from({ length: learners }, async (_, index) => {
      // Not all at the same moment.
      await pause(index * 700);
      const listeners = new Map<string, Listener>();
      for (const [name, enter] of systems) listeners.set(name, await enter());
      const raw = new RawClient(url, clips.map(({ text }) => text).join(' '));
      for (let round = 0; round < Math.ceil((samples + warmUp) / learners); round += 1) {
        const clip = clips[(round + index) % clips.length];
        if (!clip) continue;
        limit.push(await raw.firstSoundAfter(clip.samples));
        for (const [name, listener] of listeners) times.get(name)?.push((await listener.ask(clip)).afterMs);
      }
      for (const listener of listeners.values()) listener.leave();
    }),
  );
  const own: Figure[] = [];
  for (const [name, all] of times) {
    const kept = all.slice(warmUp);
    const about = `${name}: end of a question → first sound`;
    const most = name === 'product' ? 600 : name === keyReleased ? 520 : undefined;
    const p50 = percentile(kept, 50);
    own.push(most === undefined ? { name: `${about}, p50`, value: p50, unit: 'ms' } : atMost(`${about}, p50`, p50, most));
    own.push({ name: `${about}, p95`, value: percentile(kept, 95), unit: 'ms' });
  }
  return besideLimit('end of a question → first sound', limit.slice(warmUp), [
    { name: 'raw client: end of a question → first sound, p50', value: percentile(limit.slice(warmUp), 50), unit: 'ms' },
    { name: 'raw client: end of a question → first sound, p95', value: percentile(limit.slice(warmUp), 95), unit: 'ms' },
    ...own,
  ]);
}

async function afterStatements(clips: readonly Clip[], enter: () => Promise<Listener>): Promise<Figure[]> {
  const all = await inTurns(
    Array.from({ length: samples + warmUp }, (_, n) => clips[n % clips.length]),
    enter,
  );
  const waits = all.slice(warmUp).map(({ afterMs }) => afterMs);
  return [
    { name: 'product: end of a plain statement → first sound, p50', value: percentile(waits, 50), unit: 'ms' },
    { name: 'product: end of a plain statement → first sound, p95', value: percentile(waits, 95), unit: 'ms' },
  ];
}

async function cutIns(name: string, clips: readonly Clip[], enter: () => Promise<Listener>, cut: string[]): Promise<Figure[]> {
  const all = await inTurns(clips, enter);
  cut.push(...all.filter(({ cutIn }) => cutIn).map(({ text }) => `${name} did not let finish: «${text}»`));
  return [
    { name: `${name}: clips with thinking pauses of 0.5-1.1 s`, value: all.length, unit: '' },
    exactly(`${name}: of these cut in on, or understood in part`, all.filter(({ cutIn }) => cutIn).length, 0),
  ];
}

/** Clips shared among a few learners. */
async function inTurns(clips: readonly (Clip | undefined)[], enter: () => Promise<Listener>): Promise<Answered[]> {
  const left = clips.filter((clip) => clip !== undefined);
  const all: Answered[] = [];
  await Promise.all(
    Array.from({ length: learners }, async (_, index) => {
      await pause(index * 700);
      const listener = await enter();
      for (let clip = left.shift(); clip; clip = left.shift()) all.push(await listener.ask(clip));
      listener.leave();
    }),
  );
  return all;
}

/** The product, asked by a learner with a microphone. */
async function ourListener(url: string, pushesToTalk: boolean): Promise<Listener> {
  let learner = await VoiceLearner.enter(url);
  return {
    async ask(clip) {
      if (learner.over) {
        learner.leave();
        learner = await VoiceLearner.enter(url);
      }
      learner.pushesToTalk = pushesToTalk;
      await pause(300 + Math.random() * 200);
      const spoken = learner.speak(clip);
      let cutIn = false;
      let said = '';
      let seq = 0;
      const stop = learner.listen((noticed) => {
        if (noticed.type === 'sound' && noticed.at < spoken.overAt) cutIn = true;
        if (noticed.type !== 'frame' || noticed.frame.type !== 'committed') return;
        said = `${said} ${noticed.frame.turn.text}`.trim();
        seq = noticed.frame.turn.seq + 1;
        if (noticed.at < spoken.overAt) cutIn = true;
      });
      const first = await learner.until((noticed) => noticed.type === 'sound' && noticed.seq === seq && noticed.at > spoken.overAt);
      stop();
      await pause(listeningMs);
      await learner.hush();
      return { afterMs: first.at - spoken.overAt, cutIn: cutIn || said !== clip.words.join(' '), text: clip.text };
    },
    leave: () => learner.leave(),
  };
}
