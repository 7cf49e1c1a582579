import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Speak, SpeechPiece } from '@coachvisio/engine/ports.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLog } from '../../platform/log.ts';
import { fileStorage } from '../../platform/storage/file-storage.ts';
import { type Fingerprint, type KeepSpeechParts, SpeechKeeper } from './keep-speech.ts';

const opening = 'On a douze minutes.';
const manner = { locale: 'fr', persona: 'marc-delattre', gender: 'masculine', rate: 1, pitch: 0 } as const;
const never = new AbortController().signal;
const sampleRate = 24_000;
/** A sentence at the pace of speech. */
const sound = Int16Array.from({ length: sampleRate * 2 }, (_, index) => (index % 251) - 125);

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'coachvisio-kept-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const speechFolder = () => join(folder, 'kept', 'speech');
const filesKept = () => readdir(speechFolder()).catch(() => []);

/** A voice that says how often it was asked, and does as it is told. */
function openVoice(say: (text: string) => AsyncIterable<SpeechPiece> = wholeSentence) {
  const asked: string[] = [];
  const voice: Speak = {
    name: 'tts',
    provider: 'vendor',
    source: 'provider',
    speak(text) {
      asked.push(text);
      return say(text);
    },
  };
  return { asked, voice };
}

async function* wholeSentence(): AsyncGenerator<SpeechPiece> {
  yield { type: 'sound', samples: sound.subarray(0, 30_000), sampleRate };
  yield { type: 'word', at: 0, from: 0, to: 2 };
  yield { type: 'phoneme', at: 40, phoneme: 'ɔ̃' };
  yield { type: 'sound', samples: sound.subarray(30_000), sampleRate };
}

/** A process of its own on the same folder. */
function openKeeper(voice: Speak, { fingerprint = {}, ...parts }: Partial<KeepSpeechParts> & { readonly fingerprint?: Fingerprint } = {}) {
  const keeper = new SpeechKeeper({
    storage: fileStorage(folder),
    log: createLog('silent'),
    isStatic: (text) => text === opening,
    mostBytes: 1_000_000,
    ...parts,
  });
  const kept = keeper.keep(voice, fingerprint);
  return {
    async say(text = opening, how: Partial<typeof manner> & { readonly rate?: never } = {}, signal: AbortSignal = never) {
      let wasKept = false;
      const pieces: SpeechPiece[] = [];
      for await (const piece of kept.speak(text, { ...manner, ...how }, signal, () => (wasKept = true))) pieces.push(piece);
      await keeper.settled();
      return {
        wasKept,
        samples: pieces.flatMap((piece) => (piece.type === 'sound' ? [...piece.samples] : [])),
        marks: pieces.filter(({ type }) => type !== 'sound'),
      };
    },
    kept,
    settled: () => keeper.settled(),
  };
}

describe('an authored line', () => {
  it('is asked of the voice once, by whichever process; the next ones hear the same sound with the same marks', async () => {
    const { asked, voice } = openVoice();
    const first = await openKeeper(voice).say();
    const second = await openKeeper(voice).say();
    expect(asked).toEqual([opening]);
    expect([first.wasKept, second.wasKept]).toEqual([false, true]);
    expect(first.samples).toEqual([...sound]);
    expect(second.samples).toEqual(first.samples);
    expect(second.marks).toEqual([
      { type: 'word', at: 0, from: 0, to: 2 },
      { type: 'phoneme', at: 40, phoneme: 'ɔ̃' },
    ]);
  });

  it('is heard in its own voice while the provider is down', async () => {
    await openKeeper(openVoice().voice).say();
    const { asked, voice } = openVoice(() => {
      throw Object.assign(new Error('down'), { status: 500 });
    });
    expect((await openKeeper(voice).say()).samples).toEqual([...sound]);
    expect(asked).toEqual([]);
  });

  it('is made anew in another voice, another manner or another language', async () => {
    const { asked, voice } = openVoice();
    await openKeeper(voice).say();
    await openKeeper(voice, { fingerprint: { voices: { masculine: 'ash' } } }).say();
    await openKeeper({ ...voice, name: 'tts-2' }).say();
    const keeper = openKeeper(voice);
    for await (const _piece of keeper.kept.speak(opening, { ...manner, rate: 1.1 }, never));
    for await (const _piece of keeper.kept.speak(opening, { ...manner, locale: 'en' }, never));
    await keeper.settled();
    expect(asked).toHaveLength(5);
    expect(await filesKept()).toHaveLength(5);
  });
});

describe('nothing is kept of', () => {
  it('words that do not stand in the library', async () => {
    const { asked, voice } = openVoice();
    const keeper = openKeeper(voice);
    for (let time = 0; time < 2; time += 1) expect((await keeper.say('Merci, Camille.')).wasKept).toBe(false);
    expect(asked).toHaveLength(2);
    expect(await filesKept()).toEqual([]);
  });

  it.each<[string, () => AsyncGenerator<SpeechPiece>]>([
    [
      'a voice that breaks off',
      async function* () {
        yield { type: 'sound', samples: sound, sampleRate };
        throw new Error('broken off');
      },
    ],
    [
      'a voice that ends too soon without saying so',
      async function* () {
        yield { type: 'sound', samples: sound.subarray(0, 2400), sampleRate };
      },
    ],
    ['a voice that says nothing', async function* () {}],
    [
      'a voice that changes its rate',
      async function* () {
        yield { type: 'sound', samples: sound, sampleRate };
        yield { type: 'sound', samples: sound, sampleRate: 16_000 };
      },
    ],
  ])('%s', async (_what, say) => {
    const { voice } = openVoice(say);
    await openKeeper(voice)
      .say()
      .catch(() => undefined);
    expect(await filesKept()).toEqual([]);
  });

  it('a line that somebody cut off, by a signal or by listening no more', async () => {
    const stop = new AbortController();
    // What a provider's stream does when it is aborted: it ends.
    const { voice } = openVoice(async function* () {
      yield { type: 'sound', samples: sound, sampleRate };
      stop.abort();
    });
    await openKeeper(voice).say(opening, {}, stop.signal);
    const keeper = openKeeper(openVoice().voice);
    for await (const _piece of keeper.kept.speak(opening, manner, never)) break;
    await keeper.settled();
    expect(await filesKept()).toEqual([]);
  });

  it('anything where no room is given', async () => {
    const { asked, voice } = openVoice();
    const keeper = openKeeper(voice, { mostBytes: 0 });
    await keeper.say();
    await keeper.say();
    expect(asked).toHaveLength(2);
    expect(await filesKept()).toEqual([]);
  });
});

describe('what is kept', () => {
  it('is made anew when a single bit of it has changed, and is whole again afterwards', async () => {
    const { asked, voice } = openVoice();
    await openKeeper(voice).say();
    const [name = ''] = await filesKept();
    const storage = fileStorage(folder);
    const file = Buffer.from((await storage.read(`speech/${name}`)) ?? []);
    for (const at of [3, 40, file.length - 1]) {
      const changed = Buffer.from(file);
      changed[at] = (changed[at] ?? 0) ^ 1;
      await writeFile(join(speechFolder(), name), changed);
      expect(await openKeeper(voice).say()).toMatchObject({ wasKept: false, samples: [...sound] });
      expect((await openKeeper(voice).say()).wasKept).toBe(true);
    }
    await writeFile(join(speechFolder(), name), '');
    expect((await openKeeper(voice).say()).wasKept).toBe(false);
    expect(asked).toHaveLength(5);
  });

  it('takes no more room than it may: the oldest goes', async () => {
    const { asked, voice } = openVoice();
    // Each takes 96 kB of sound and a little more: there is room for two.
    const keeper = () => openKeeper(voice, { mostBytes: 250_000, isStatic: () => true });
    const before = new Set<string>();
    for (const [age, text] of ['Un lot.', 'Deux lots.', 'Trois lots.'].entries()) {
      await keeper().say(text);
      for (const name of await filesKept())
        if (!before.has(name)) {
          before.add(name);
          await utimes(join(speechFolder(), name), 1000 + age, 1000 + age);
        }
    }
    expect(await filesKept()).toHaveLength(2);
    expect((await keeper().say('Trois lots.')).wasKept).toBe(true);
    expect((await keeper().say('Un lot.')).wasKept).toBe(false);
    expect(asked).toEqual(['Un lot.', 'Deux lots.', 'Trois lots.', 'Un lot.']);
  });

  it('may be asked for by many at once, and in many processes', async () => {
    const { voice } = openVoice();
    const keepers = Array.from({ length: 4 }, () => openKeeper(voice));
    const said = await Promise.all(keepers.flatMap((keeper) => [keeper.say(), keeper.say(), keeper.say()]));
    for (const { samples } of said) expect(samples).toHaveLength(sound.length);
    expect(await filesKept()).toHaveLength(1);
    expect((await openKeeper(voice).say()).wasKept).toBe(true);
  });

  it('is no reason to be silent when the storage fails', async () => {
    const { voice } = openVoice();
    const broken = () => Promise.reject(new Error('no disk'));
    const storage = { ...fileStorage(folder), read: broken, write: broken };
    expect(await openKeeper(voice, { storage }).say()).toMatchObject({ wasKept: false, samples: [...sound] });
  });
});
