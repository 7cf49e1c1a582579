import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SpeechPiece } from '@coachvisio/engine/ports.ts';
import { durationMs, english, french, gather, listen } from './listen.testing.ts';
import { openEspeak } from './open-espeak.ts';
import { type EmbeddedVoice, openEmbeddedVoice } from './open-voice.ts';

const never = () => new AbortController().signal;
const long = "Pouvez-vous me parler d'une situation difficile que vous avez rencontrée, et de la façon dont vous l'avez résolue ? ".repeat(8);
async function all(pieces: AsyncIterable<SpeechPiece>) {
  const got: SpeechPiece[] = [];
  for await (const piece of pieces) got.push(piece);
  return got;
}

describe('the embedded voice', { timeout: 30_000 }, () => {
  let voice: EmbeddedVoice;
  beforeAll(async () => {
    voice = await openEmbeddedVoice();
  }, 30_000);
  afterAll(() => voice.close());

  it('says the same in its thread as in this one', async () => {
    const espeak = await openEspeak();
    for (const [text, manner] of [
      ['Bonjour, je suis Claire.', french],
      ["Okay, I'm Marc.", english],
    ] as const) {
      const far = gather(await all(voice.speak(text, manner, never())));
      const near = listen(espeak, text, manner);
      expect(far.words.map(({ from, to }) => text.slice(from, to))).toEqual(text.split(' '));
      expect(far.phonemes.map(({ phoneme }) => phoneme)).toEqual(near.phonemes.map(({ phoneme }) => phoneme));
      // The breath in a voice is chance: its length differs by a few samples.
      expect(Math.abs(durationMs(far) - durationMs(near))).toBeLessThan(10);
    }
  });

  it('gives sound while it goes on speaking, and each piece of it before its marks', async () => {
    const pieces: SpeechPiece[] = [];
    let firstMs = 0;
    const begun = performance.now();
    for await (const piece of voice.speak(long, french, never())) {
      firstMs ||= performance.now() - begun;
      pieces.push(piece);
    }
    expect(firstMs).toBeLessThan((performance.now() - begun) / 3);
    expect(pieces[0]?.type).toBe('sound');
    expect(pieces.filter(({ type }) => type === 'sound').length).toBeGreaterThan(100);
    expect(durationMs(gather(pieces))).toBeGreaterThan(30_000);
  });

  it('says one thing after the other when several are asked for at once', async () => {
    const texts = ['Un.', 'Deux pas.', 'Trois petits chats.', 'Quatre fois, et demie.'];
    const together = await Promise.all(texts.map(async (text) => gather(await all(voice.speak(text, french, never())))));
    expect(together.map(({ words }) => words.length)).toEqual([1, 2, 3, 4]);
    const lengths = together.map(durationMs);
    expect(lengths).toEqual(lengths.toSorted((a, b) => a - b));
  });

  it('stops where it is told to, and is free for the next one', async () => {
    const stop = new AbortController();
    const got: SpeechPiece[] = [];
    for await (const piece of voice.speak(long, french, stop.signal)) {
      got.push(piece);
      if (got.length === 5) stop.abort();
    }
    // What came together with the last piece is dropped as well.
    expect(got.length).toBe(5);
    const begun = performance.now();
    expect(durationMs(gather(await all(voice.speak('Et alors ?', french, never()))))).toBeGreaterThan(300);
    expect(performance.now() - begun).toBeLessThan(2000);
  });

  it('stops when nobody listens any more', async () => {
    for await (const piece of voice.speak(long, french, never())) if (piece.type === 'sound') break;
    expect((await all(voice.speak('Bien.', french, never()))).length).toBeGreaterThan(3);
  });

  it('forgets what was taken back while it waited', async () => {
    const stop = new AbortController();
    const first = all(voice.speak(long, french, never()));
    const second = all(voice.speak('Jamais dit.', french, stop.signal));
    stop.abort();
    expect(await second).toEqual([]);
    expect((await first).length).toBeGreaterThan(100);
    expect(await all(voice.speak('Jamais dit.', french, stop.signal))).toEqual([]);
  });

  it('has nothing to say of nothing', async () => {
    expect(await all(voice.speak(' … ', french, never()))).toEqual([]);
  });

  it('says so when it is asked for what its thread cannot do', async () => {
    const sound = { samples: new Int16Array(100), sampleRate: 24_000 };
    await expect(all(voice.align('Bonjour.', french, sound, never()))).rejects.toThrow('cannot lay marks');
  });
});

describe('a thread that fails', { timeout: 30_000 }, () => {
  const script = new URL('./voice.failing.testing.ts', import.meta.url);

  it.each(['crash', 'hang'])('is replaced, and what it was saying fails: %s', async (word) => {
    const voice = await openEmbeddedVoice({ script, silentMs: 600 });
    try {
      const broken = all(voice.speak(word, english, never()));
      const after = all(voice.speak('Still here.', english, never()));
      await expect(broken).rejects.toThrow();
      expect(gather(await after).words.length).toBe(2);
    } finally {
      await voice.close();
    }
  });

  it('that cannot begin is told of at once', async () => {
    await expect(openEmbeddedVoice({ script: new URL('./no-such-script.ts', import.meta.url) })).rejects.toThrow();
  });
});

describe('a closed voice', { timeout: 30_000 }, () => {
  it('breaks off what it says, says nothing more, and leaves no thread', async () => {
    const voice = await openEmbeddedVoice({ threads: 2 });
    const three = [1, 2, 3].map(() => all(voice.speak(long, french, never())));
    const failures = Promise.allSettled(three);
    await voice.close();
    expect((await failures).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    await expect(all(voice.speak('Encore ?', french, never()))).rejects.toThrow('closed');
    await voice.close();
  });
});
