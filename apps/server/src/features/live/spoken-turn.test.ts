import type { LiveNotice, LiveServerFrame } from '@coachvisio/contract/live-protocol.ts';
import { readSound } from '@coachvisio/contract/speech.ts';
import type { Speak } from '@coachvisio/engine/ports.ts';
import { describe, expect, it } from 'vitest';
import { SpokenTurn } from './spoken-turn.ts';

const rate = 16_000;
const msPerLetter = 10;

interface Manner {
  readonly name?: string;
  /** Breaks off after so many milliseconds of sound. */
  readonly breaksAfterMs?: number;
  /** Waits before its first sound, for a text that holds this. */
  readonly slowWith?: string;
  readonly timed?: boolean;
}

/** A voice that hums ten milliseconds for each letter, in pieces of 50 ms. */
function hummer({ name = 'hummer', breaksAfterMs = Infinity, slowWith, timed = false }: Manner, asked: string[] = []): Speak {
  return {
    name,
    source: name === 'embedded' ? 'embedded' : 'provider',
    async *speak(text, _manner, signal) {
      asked.push(text);
      if (slowWith !== undefined && text.includes(slowWith)) await new Promise((resolve) => setTimeout(resolve, 60));
      if (timed)
        for (const word of text.matchAll(/\S+/g)) yield { type: 'word', at: word.index * msPerLetter, from: word.index, to: word.index + word[0].length };
      for (let ms = 0; ms < text.length * msPerLetter; ms += 50) {
        if (ms >= breaksAfterMs) throw new Error('cut');
        if (signal.aborted) return;
        yield { type: 'sound', sampleRate: rate, samples: new Int16Array((rate * Math.min(50, text.length * msPerLetter - ms)) / 1000).fill(1000) };
      }
    },
  };
}

/** Hears everything a turn sends, on a clock that runs as fast as sound is sent. */
function listen(voices: readonly Speak[], pauseMs = 0, stepMs = 5) {
  const frames: LiveServerFrame[] = [];
  const notices: LiveNotice[] = [];
  const sounds: { readonly index: number; readonly ms: number }[] = [];
  let at = 0;
  const turn = new SpokenTurn({
    seq: 5,
    voices,
    manner: { locale: 'fr', persona: 'marc-delattre', gender: 'masculine', rate: 1, pitch: 0 },
    pauseMs,
    out: {
      send: (frame) => frames.push(frame),
      sound: (bytes) => {
        const sound = readSound(bytes);
        if (sound?.kind !== 'speech' || sound.number !== 5) throw new Error('not a sound of this turn');
        sounds.push({ index: sound.index, ms: (sound.samples.length / rate) * 1000 });
      },
    },
    onTrouble: (_voice, _error, notice) => notices.push(notice),
    now: () => (at += stepMs),
  });
  const of = <T extends LiveServerFrame['type']>(type: T) => frames.filter((frame): frame is Extract<LiveServerFrame, { type: T }> => frame.type === type);
  const soundOf = (index: number) => Math.round(sounds.filter((sound) => sound.index === index).reduce((sum, { ms }) => sum + ms, 0));
  return { turn, frames, sounds, notices, of, soundOf };
}

const text = "D'accord, je vous suis. Mais qui le teste ? Je veux un nom.";
const clauses = ["D'accord,", 'je vous suis.', 'Mais qui le teste ?', 'Je veux un nom.'];

describe('a turn that is said aloud', () => {
  it('is sent in order though its sentences are made at the same time, and the first takes longest', async () => {
    const asked: string[] = [];
    const heard = listen([hummer({ slowWith: "D'accord" }, asked)]);
    heard.turn.push(text);
    heard.turn.end();
    heard.turn.letHear();
    await heard.turn.done;
    expect(asked).toEqual(clauses);
    expect(heard.of('sentence').map(({ from, to }) => text.slice(from, to))).toEqual(clauses);
    expect(heard.sounds.map(({ index }) => index)).toEqual(heard.sounds.map(({ index }) => index).toSorted());
    expect(clauses.map((clause, index) => heard.soundOf(index) - clause.length * msPerLetter)).toEqual([0, 0, 0, 0]);
    expect(heard.of('sentence_end').map(({ durationMs }) => durationMs)).toEqual(clauses.map(({ length }) => length * msPerLetter));
    expect(heard.frames.at(-1)).toEqual({ type: 'speech_end', seq: 5 });
    expect(heard.of('sentence').every(({ synthetic }) => synthetic)).toBe(true);
  });

  it('begins with its first clause while the rest is still being worded', async () => {
    const asked: string[] = [];
    const heard = listen([hummer({}, asked)]);
    heard.turn.letHear();
    heard.turn.push("D'accord, je ");
    await expect.poll(() => heard.soundOf(0)).toBe(90);
    expect(asked).toEqual(["D'accord,"]);
    heard.turn.push('vous suis.');
    heard.turn.end();
    await heard.turn.done;
    expect(heard.of('sentence')).toHaveLength(2);
  });

  it('is made a few seconds ahead, however long it is, and still said whole and in order', async () => {
    const asked: string[] = [];
    const heard = listen([hummer({}, asked)], 0, 100);
    const sentences = Array.from(
      { length: 30 },
      (_, index) => `Voici la phrase numéro ${index + 10}, qui dure exactement autant que toutes les autres de ce tour.`,
    );
    heard.turn.push(sentences.join(' '));
    heard.turn.end();
    const asksNoMore = async () => {
      for (let before = -1; before !== asked.length; await new Promise((resolve) => setTimeout(resolve, 20))) before = asked.length;
    };
    await asksNoMore();
    const ahead = asked.reduce((sum, { length }) => sum + length * msPerLetter, 0);
    expect(ahead).toBeGreaterThan(3_000);
    expect(ahead).toBeLessThan(6_000);
    heard.turn.letHear();
    await heard.turn.done;
    expect(asked.join(' ')).toBe(sentences.join(' '));
    expect(heard.sounds.map(({ index }) => index)).toEqual(heard.sounds.map(({ index }) => index).toSorted((a, b) => a - b));
  });

  it('is not heard before it may be', async () => {
    const heard = listen([hummer({})]);
    heard.turn.push(text);
    heard.turn.end();
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(heard.frames).toEqual([]);
    expect(heard.sounds).toEqual([]);
    heard.turn.letHear();
    await heard.turn.done;
    expect(heard.sounds.length).toBeGreaterThan(0);
  });

  it('breathes after a sentence, and less after a comma', async () => {
    const heard = listen([hummer({})], 200);
    heard.turn.push(text);
    heard.turn.end();
    heard.turn.letHear();
    await heard.turn.done;
    expect(clauses.map((clause, index) => heard.soundOf(index) - clause.length * msPerLetter)).toEqual([80, 200, 200, 200]);
  });

  it('is told ahead when each of its words comes, by a voice that knows', async () => {
    const heard = listen([hummer({ timed: true, name: 'embedded' })]);
    heard.turn.push(text);
    heard.turn.end();
    await new Promise((resolve) => setTimeout(resolve, 5));
    heard.turn.letHear();
    await heard.turn.done;
    expect(heard.of('marks')).toHaveLength(4);
    const third = heard.of('marks').find(({ index }) => index === 2);
    expect(third?.words.map(({ from, to }) => text.slice(from, to))).toEqual(['Mais', 'qui', 'le', 'teste', '?']);
    expect(heard.turn.charactersHeard(90 + 130 + 130)).toBe(text.indexOf('qui') - 1);
  });

  it('stops in the middle, and nothing more is sent', async () => {
    const heard = listen([hummer({})]);
    heard.turn.letHear();
    heard.turn.push(text);
    await expect.poll(() => heard.sounds.length).toBeGreaterThan(2);
    heard.turn.stop();
    const sent = heard.sounds.length;
    await heard.turn.done;
    expect(heard.sounds.length).toBe(sent);
    expect(heard.of('speech_end')).toEqual([]);
  });
});

describe('a voice that does not hold', () => {
  it('is followed by the next one, which says all of it', async () => {
    const heard = listen([hummer({ breaksAfterMs: 0 }), hummer({ name: 'embedded' })]);
    heard.turn.push('Je veux un nom.');
    heard.turn.end();
    heard.turn.letHear();
    await heard.turn.done;
    expect(heard.of('sentence')).toMatchObject([{ from: 0, to: 15, source: 'embedded' }]);
    expect(heard.notices).toEqual(['speak.fallback']);
  });

  it('is followed at the word where it broke off: nothing is said twice', async () => {
    const asked: string[] = [];
    const heard = listen([hummer({ breaksAfterMs: 300 }), hummer({ name: 'embedded' }, asked)]);
    const whole = 'Je veux le nom de la personne qui teste le lot.';
    heard.turn.push(whole);
    heard.turn.end();
    heard.turn.letHear();
    await heard.turn.done;
    expect(asked).toHaveLength(1);
    expect(whole.endsWith(asked[0] ?? '')).toBe(true);
    expect(asked[0]?.length).toBeLessThan(whole.length);
    expect(heard.of('sentence').map(({ source }) => source)).toEqual(['provider', 'embedded']);
  });

  it('is told of once, and the words are left when no voice holds', async () => {
    const heard = listen([hummer({ breaksAfterMs: 0 })]);
    heard.turn.push('Je veux un nom.');
    heard.turn.end();
    heard.turn.letHear();
    await heard.turn.done;
    expect(heard.sounds).toEqual([]);
    expect(heard.notices).toEqual(['speak.lost']);
    expect(heard.frames).toEqual([{ type: 'speech_end', seq: 5 }]);
  });
});
