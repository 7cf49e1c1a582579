import { Writable } from 'node:stream';
import type { SpeechManner, SpeechPiece } from '@coachvisio/engine/ports.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLog } from '../../platform/log.ts';
import { withMarks } from './align-in-worker.ts';
import { gatherSound } from './gather-sound.ts';
import { type EmbeddedSpeak, openEmbeddedSpeak } from './speak.ts';

const manner: SpeechManner = { locale: 'fr', persona: 'claire-morel', gender: 'feminine', rate: 1, pitch: 0 };
const text = "Bonjour, je suis Claire. Qu'est-ce qui vous amène ?";
/** Machines that run tests have other things to do. */
const patience = 10_000;
const never = () => new AbortController().signal;
async function all(pieces: AsyncIterable<SpeechPiece>) {
  const got: SpeechPiece[] = [];
  for await (const piece of pieces) got.push(piece);
  return got;
}
function memory() {
  const lines: string[] = [];
  const log = createLog('info', new Writable({ write: (line, _, done) => (lines.push(String(line)), done()) }));
  return { lines, log };
}

describe('the voice that comes with the product', () => {
  let embedded: EmbeddedSpeak;
  beforeAll(async () => {
    const opened = await openEmbeddedSpeak(memory().log);
    if (!opened) throw new Error('the embedded voice is not installed here');
    embedded = opened;
    await embedded.voice();
  });
  afterAll(() => embedded.close());

  it('speaks, with its words and sounds', async () => {
    const pieces = await all(embedded.speak.speak(text, manner, never()));
    expect(embedded.speak.source).toBe('embedded');
    expect(pieces[0]?.type).toBe('sound');
    const { samples, sampleRate } = gatherSound(pieces);
    expect(samples.length / sampleRate).toBeGreaterThan(1.5);
    expect(pieces.flatMap((piece) => (piece.type === 'word' ? [text.slice(piece.from, piece.to)] : []))).toEqual(
      text.split(' ').filter((word) => word !== '?'),
    );
  });

  /** Somebody else's voice, which tells no times: a quarter faster, a second of it a piece, broken off where it is told to. */
  const foreign = (breaksAt = Number.POSITIVE_INFINITY) => ({
    name: 'larynx',
    source: 'provider' as const,
    async *speak(said: string, how: SpeechManner, signal: AbortSignal): AsyncGenerator<SpeechPiece> {
      const pieces = await all(embedded.speak.speak(said, { ...how, persona: 'marc-delattre', gender: 'masculine', rate: 1.25 }, signal));
      const { samples, sampleRate } = gatherSound(pieces);
      for (let from = 0; from < samples.length; from += sampleRate) {
        if (from >= breaksAt) throw new Error('broken off');
        yield { type: 'sound', samples: samples.slice(from, from + sampleRate), sampleRate };
      }
    },
  });

  it('lends its marks to a voice that tells no times', async () => {
    const voice = withMarks(foreign(), embedded.voice, patience);
    expect([voice.name, voice.source]).toEqual(['larynx', 'provider']);
    const pieces = await all(voice.speak(text, manner, never()));
    const truth = await all(embedded.speak.speak(text, { ...manner, persona: 'marc-delattre', gender: 'masculine', rate: 1.25 }, never()));
    const words = (of: readonly SpeechPiece[]) => of.filter((piece) => piece.type === 'word');
    expect(words(pieces).map(({ from, to }) => text.slice(from, to))).toEqual(words(truth).map(({ from, to }) => text.slice(from, to)));
    for (const [index, { at }] of words(pieces).entries()) expect(Math.abs(at - (words(truth)[index]?.at ?? 0))).toBeLessThan(100);
    expect(pieces.filter(({ type }) => type === 'phoneme').length).toBeGreaterThan(20);
    expect(gatherSound(pieces).samples.length).toBeGreaterThan(20_000);
  });

  it('leaves the sound as it is where there are no marks to give', async () => {
    const kinds = async (pieces: AsyncIterable<SpeechPiece>) => new Set((await all(pieces)).map(({ type }) => type));
    expect(await kinds(withMarks(foreign(), () => Promise.reject(new Error('no voice'))).speak(text, manner, never()))).toEqual(new Set(['sound']));
    const silence = {
      name: 's',
      source: 'provider' as const,
      speak: async function* (): AsyncGenerator<SpeechPiece> {
        yield { type: 'sound', samples: new Int16Array(9000), sampleRate: 24_000 };
      },
    };
    expect(await kinds(withMarks(silence, embedded.voice).speak(text, manner, never()))).toEqual(new Set(['sound']));
    // A voice that knows its own times keeps them.
    const own = await all(withMarks(embedded.speak, embedded.voice).speak('Bonjour.', manner, never()));
    expect(own.filter(({ type }) => type === 'word').length).toBe(1);
  });

  it('does not wait for marks that take long, nor for a voice that is not open yet', async () => {
    const pieces = await all(withMarks(foreign(), () => new Promise(() => {}), 30).speak(text, manner, never()));
    expect(new Set(pieces.map(({ type }) => type))).toEqual(new Set(['sound']));
  });

  it('lets the failure of a voice through', async () => {
    await expect(all(withMarks(foreign(10_000), embedded.voice).speak(text, manner, never()))).rejects.toThrow('broken off');
  });
});

describe('an installation without it', () => {
  it('is told of in one line', async () => {
    const { lines, log } = memory();
    expect(await openEmbeddedSpeak(log, () => Promise.reject(Object.assign(new Error('Cannot find package'), { code: 'ERR_MODULE_NOT_FOUND' })))).toBeNull();
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      expect.objectContaining({ level: 'info', code: 'ERR_MODULE_NOT_FOUND', msg: 'the embedded voice is not installed' }),
    ]);
  });

  it('goes on where it is there but does not begin', async () => {
    const { lines, log } = memory();
    const embedded = await openEmbeddedSpeak(log, () => Promise.resolve(() => Promise.reject(new Error('no memory'))));
    if (!embedded) throw new Error('it is not there');
    await expect(all(embedded.speak.speak(text, manner, never()))).rejects.toThrow('no memory');
    await embedded.close();
    expect(lines.length).toBe(1);
  });
});
