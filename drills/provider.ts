import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { atMost, exactly, type Figure, pause } from '../bench/figure.ts';
import { type Provider, startProvider, startServer } from '../bench/server.ts';
import { type Clip, makeClips } from '../bench/voice/clips.ts';
import { questions } from '../bench/voice/scripts.ts';
import { VoiceLearner } from '../bench/voice/voice-learner.ts';
import { removeFolder, temporaryFolder } from '../scripts/run-server.ts';
import { type HeardTurn, hearTurn, saidTwice, soundedTwice } from './heard-turn.ts';

const roles = ['think', 'speak', 'hear'] as const;
const faults = ['429', '500', 'cut', 'silence'] as const;
type Role = (typeof roles)[number];
type Fault = (typeof faults)[number];

/** `speak-silence-alone`, `think-429-followed`… */
const cases = roles.flatMap((role) =>
  faults.flatMap((fault) => [true, false].map((hasNext) => ({ role, fault, hasNext, name: `${role}-${fault}-${hasNext ? 'followed' : 'alone'}` }))),
);

/** Turns in one conversation: more than a breaker needs to open. */
const turns = 7;
/** The voice that comes with the product warms up in the first seconds of a process: before that there is nothing behind a provider. */
const warmMs = 8_000;
/** Silence of the persona after which it is not answering. */
const longestMs = 1_200;

/** A provider that is over quota, fails, breaks off or says nothing: with another one behind it, and alone. */
export default async function provider({ only }: { readonly only?: string | undefined }) {
  const wanted = cases.filter(({ name }) => only === undefined || name.startsWith(only));
  if (wanted.length === 0) throw new Error(`--only takes the beginning of: ${cases.map(({ name }) => name).join(', ')}`);
  const clips = await makeClips(questions);
  const [broken, sound] = [await startProvider(), await startProvider()];
  const figures: Figure[] = [];
  const all: Outcome[] = [];
  try {
    await Promise.all([broken, sound].map((each) => each.teach(clips)));
    for (const { role, fault, hasNext } of wanted) {
      const outcome = await withFault(role, fault, hasNext ? [broken, sound] : [broken], clips);
      all.push(outcome);
      figures.push(...figuresOf(role, fault, hasNext, outcome));
    }
  } finally {
    broken.stop();
    sound.stop();
  }
  const heard = all.flatMap((outcome) => outcome.turns);
  return {
    figures: [
      ...figures,
      { name: 'turns of the persona', value: heard.length, unit: '' },
      exactly(
        'sentences worded twice',
        heard.reduce((sum, turn) => sum + saidTwice(turn), 0),
        0,
      ),
      exactly(
        'words spoken twice',
        heard.reduce((sum, turn) => sum + soundedTwice(turn), 0),
        0,
      ),
      exactly('conversations lost', all.filter(({ lost }) => lost).length, 0),
    ],
    notes: [
      `${turns} turns for each row, the product as it is set when nothing is said: with a second provider of each role, or with what is built in.`,
      'From the text sent, or the key released, to the first sound of the answer, at the client’s socket. Usual: about 400 ms, 520 when spoken.',
      `It begins to fail in the middle of a conversation, ${warmMs / 1000} s and a turn after the start of the process.`,
      'Without another recogniser a learner is told that they are not understood yet, or not at all, and types; then the time until they are told is counted.',
    ],
  };
}

interface Outcome {
  readonly turns: readonly HeardTurn[];
  /** From what was said to the first sound, or to being told that it was not understood. */
  readonly times: readonly number[];
  readonly lost: boolean;
}

function figuresOf(role: Role, fault: Fault, hasNext: boolean, { times }: Outcome): Figure[] {
  const what = fault === 'cut' ? 'breaks off' : fault === 'silence' ? 'says nothing' : `answers ${fault}`;
  const name = `${role} ${what}, ${hasNext ? 'another behind it' : 'alone'}: `;
  const untold = role === 'hear' && !hasNext;
  return [atMost(`${name}${untold ? 'said → told so' : 'said → first sound'}, longest`, Math.max(...times), longestMs)];
}

async function withFault(role: Role, fault: Fault, chain: readonly Provider[], clips: readonly Clip[]): Promise<Outcome> {
  const folder = await temporaryFolder();
  const file = join(folder, 'providers.json');
  await writeFile(file, JSON.stringify(fileOf(chain)));
  await chain[0]?.fail({});
  const server = await startServer(folder, { PROVIDERS_FILE: file, EMBEDDED_VOICE: 'on', LOG_LEVEL: 'fatal' });
  const heard: HeardTurn[] = [];
  const times: number[] = [];
  let lost = false;
  try {
    await pause(warmMs);
    let learner = await VoiceLearner.enter(server.url);
    // The first turn of a process is its compiler's: what breaks down is a conversation that runs.
    await hearTurn(learner, clips.at(-1)?.text ?? '');
    await learner.hush();
    await chain[0]?.fail({ [role]: fault });
    for (let n = 0; n < turns; n += 1) {
      const clip = clips[n % clips.length];
      if (!clip) continue;
      if (learner.over) {
        learner.leave();
        learner = await VoiceLearner.enter(server.url);
      }
      const turn = await hearTurn(learner, role === 'hear' ? clip : clip.text);
      times.push(turn.afterMs);
      if (turn.text !== '') heard.push(turn);
      await learner.hush();
      await pause(100);
    }
    learner.leave();
  } catch {
    lost = true;
  } finally {
    await chain[0]?.fail({});
    await server.stop();
    await removeFolder(folder);
  }
  return { turns: heard, times, lost };
}

const fileOf = (chain: readonly Provider[]) => {
  const named = chain.map(({ url }, index) => ({ name: index === 0 ? 'broken' : 'sound', url: `${url}/v1`, model: 'drill' }));
  return { think: named, speak: named, hear: named.map((one) => ({ ...one, verbatim: true })) };
};
