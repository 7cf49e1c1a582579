import { removeFolder, temporaryFolder } from '../scripts/run-server.ts';
import { atMost, besideLimit, exactly, type Figure, pause, warmUp } from './figure.ts';
import { percentile } from './percentile.ts';
import { startProvider, startServer } from './server.ts';
import { type Clip, makeClips } from './voice/clips.ts';
import { backchannels, interruptions } from './voice/scripts.ts';
import { VoiceLearner } from './voice/voice-learner.ts';

const learners = 4;
const onsets = 50;
/** A persona that is not silent after this was not interrupted. */
const missedMs = 600;
/** Of the persona's words, heard before somebody cuts in. */
const listening = { leastMs: 700, mostMs: 2_500 };
const line = 'Racontez-moi ce qui s’est passé avec les prestataires précédents.';

interface Times {
  /** From the onset of the learner's voice to the last of the persona's that was heard; null when it went on. */
  readonly silentMs: (number | null)[];
  /** From that onset to the last frame of sound that still came. */
  readonly lastFrameMs: number[];
  /** From an `interrupt` to the last frame that still came. */
  readonly stoppedMs: number[];
  /** A frame there and back: nothing can stop sooner. */
  readonly pingMs: number[];
  /** «Oui» → the persona's voice goes on; null when it did not. */
  readonly goesOnMs: (number | null)[];
}

/** People who speak into the persona's words: how long it is still heard, and whether «oui» lets it go on. */
export default async function bargeIn() {
  const cuts = await makeClips(interruptions);
  const signs = await makeClips(backchannels, 100);
  const provider = await startProvider(['200', '60', '--reply', 'long']);
  await provider.teach([...cuts, ...signs]);
  const folder = await temporaryFolder();
  const server = await startServer(folder, provider.settings);
  const times: Times = { silentMs: [], lastFrameMs: [], stoppedMs: [], pingMs: [], goesOnMs: [] };
  try {
    await Promise.all(
      Array.from({ length: learners }, async (_, index) => {
        await pause(index * 700);
        for (let round = 0; round < Math.ceil((onsets + warmUp) / learners); round += 1)
          await one(server.url, times, pick(cuts, round + index), pick(signs, round + index));
      }),
    );
  } finally {
    await server.stop();
    provider.stop();
    await removeFolder(folder);
  }
  const silent = times.silentMs.slice(warmUp);
  const heard = silent.filter((ms) => ms !== null);
  const goesOn = times.goesOnMs.slice(warmUp);
  const figures: Figure[] = [
    { name: 'onsets of a learner’s voice while the persona speaks', value: silent.length, unit: '' },
    exactly('of these missed', silent.length - heard.length, 0),
    atMost('onset → last sound that is heard, p50', percentile(heard, 50), 130),
    { name: 'onset → last sound that is heard, p95', value: percentile(heard, 95), unit: 'ms' },
    atMost('onset → last sound that is heard, longest', Math.max(...heard), 250),
    { name: 'onset → last frame from the server, p50', value: percentile(times.lastFrameMs.slice(warmUp), 50), unit: 'ms' },
    { name: 'onset → last frame from the server, longest', value: Math.max(...times.lastFrameMs.slice(warmUp)), unit: 'ms' },
    { name: 'a frame there and back, p50', value: percentile(times.pingMs.slice(warmUp), 50), unit: 'ms' },
    { name: '`interrupt` → last frame from the server, p50', value: percentile(times.stoppedMs.slice(warmUp), 50), unit: 'ms' },
    atMost('`interrupt` → last frame from the server, longest', Math.max(...times.stoppedMs.slice(warmUp)), 250),
    { name: '«oui» said into the persona’s words', value: goesOn.length, unit: '' },
    exactly('of these after which it did not go on', goesOn.filter((ms) => ms === null).length, 0),
    {
      name: 'onset of «oui» → goes on, p50',
      value: percentile(
        goesOn.filter((ms) => ms !== null),
        50,
      ),
      unit: 'ms',
    },
  ];
  return {
    figures: besideLimit('a frame there and back', times.pingMs.slice(warmUp), figures),
    notes: [
      'Clips with a known onset, through the detector of the web app, 20 ms packets in real time. The client holds the persona’s sound at the onset, fades it out in 8 ms and asks the server: the server goes on sending until it knows that this is no «oui».',
      'Sound is heard by the clock of the client; a device adds what its output holds.',
      `${learners} learners at the same time; the first ${warmUp} of each kind are dropped.`,
    ],
  };
}

const pick = (clips: readonly Clip[], n: number): Clip => {
  const clip = clips[n % clips.length];
  if (!clip) throw new Error('there are no clips');
  return clip;
};

/** One conversation: a sign of listening, then words that cut in, then the button that stops the persona. */
async function one(url: string, times: Times, cut: Clip, sign: Clip): Promise<void> {
  const learner = await VoiceLearner.enter(url);
  try {
    learner.send({ type: 'say', clientTurnId: crypto.randomUUID(), text: line });
    await untilItSpeaks(learner);
    times.goesOnMs.push(await nod(learner, sign));
    await pause(listening.leastMs);
    const { silentMs, lastFrameMs } = await cutIn(learner, cut);
    times.silentMs.push(silentMs);
    times.lastFrameMs.push(lastFrameMs);
    await untilItSpeaks(learner);
    times.pingMs.push(await ping(learner));
    times.stoppedMs.push(await stop(learner));
  } finally {
    learner.leave();
  }
}

async function untilItSpeaks(learner: VoiceLearner): Promise<void> {
  await learner.until((noticed) => noticed.type === 'sound' && learner.hears(noticed.at + 100) === noticed.seq);
  await pause(listening.leastMs + Math.random() * (listening.mostMs - listening.leastMs));
}

async function nod(learner: VoiceLearner, clip: Clip): Promise<number | null> {
  const { beginsAt } = learner.speak(clip);
  const answer = await learner
    .until((noticed) => noticed.type === 'frame' && (noticed.frame.type === 'go_on' || noticed.frame.type === 'committed'), 4_000)
    .catch(() => null);
  return answer?.type === 'frame' && answer.frame.type === 'go_on' ? answer.at - beginsAt : null;
}

async function cutIn(learner: VoiceLearner, clip: Clip): Promise<{ silentMs: number | null; lastFrameMs: number }> {
  const seq = learner.hears();
  const { beginsAt } = learner.speak(clip);
  let last = beginsAt;
  const stopListening = learner.listen((noticed) => {
    if (noticed.type === 'sound' && noticed.seq === seq) last = noticed.at;
  });
  const began = await learner.until((noticed) => noticed.type === 'began', clip.samples.length / 16).catch(() => null);
  await learner.until((noticed) => noticed.type === 'frame' && noticed.frame.type === 'committed');
  stopListening();
  const silentMs = began?.type === 'began' && began.silentAt !== null ? began.silentAt - beginsAt : null;
  return { silentMs: silentMs !== null && silentMs <= missedMs ? silentMs : null, lastFrameMs: last - beginsAt };
}

async function ping(learner: VoiceLearner): Promise<number> {
  const at = performance.now();
  learner.send({ type: 'ping', at });
  return (await learner.until((noticed) => noticed.type === 'frame' && noticed.frame.type === 'pong')).at - at;
}

async function stop(learner: VoiceLearner): Promise<number> {
  const seq = learner.hears();
  const at = performance.now();
  let last = at;
  const stopListening = learner.listen((noticed) => {
    if (noticed.type === 'sound' && noticed.seq === seq) last = noticed.at;
  });
  await learner.hush();
  await pause(300);
  stopListening();
  return last - at;
}
