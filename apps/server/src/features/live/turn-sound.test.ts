import { Session } from '@coachvisio/contract/session.ts';
import type { LiveServerFrame } from '@coachvisio/contract/live-protocol.ts';
import type { Hear, Speak } from '@coachvisio/engine/ports.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../../platform/testing.ts';
import { Play } from '../session/index.ts';
import { TurnWatch } from '../usage/index.ts';
import { LiveSession } from './live-session.ts';
import { type HeardTurn, soundUntil } from './turn-sound.ts';

const rate = 16_000;
const tone = (samples: number, value: number): Int16Array => new Int16Array(samples).fill(value);

describe('sound that was sent piece by piece', () => {
  const pieces = [
    { samples: tone(480, 1), sampleRate: 24_000 },
    { samples: tone(480, 2), sampleRate: 24_000 },
    { samples: tone(320, 3), sampleRate: 16_000 },
  ];

  it('is one stretch for each rate, in order', () => {
    expect(soundUntil(pieces, Number.POSITIVE_INFINITY).map(({ samples, sampleRate }) => [sampleRate, samples.length])).toEqual([
      [24_000, 960],
      [16_000, 320],
    ]);
  });

  it.each([
    [0, []],
    [10, [240]],
    [30, [720]],
    [45, [960, 80]],
    [60, [960, 320]],
    [900, [960, 320]],
  ])('ends where it was heard to, after %i ms', (untilMs, lengths) => {
    expect(soundUntil(pieces, untilMs).map(({ samples }) => samples.length)).toEqual(lengths);
  });
});

/** Ten milliseconds of sound for each letter, at once. */
const hummer: Speak = {
  name: 'hummer',
  source: 'embedded',
  async *speak(text) {
    yield { type: 'sound', sampleRate: rate, samples: tone((rate * text.length) / 100, 1000) };
  },
};
const question = 'Que craignez-vous le plus dans ce contrat ?';
const recogniser: Hear = { name: 'recogniser', verbatim: false, hear: async () => ({ text: question, words: null }) };

describe('a conversation aloud', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  async function open(keepsSound = true) {
    const learner = await server.asDemo();
    const { id } = Session.parse(
      (await learner.call('POST', '/v1/sessions', { scenario: 'contrat-client-mefiant', locale: 'fr', durationMinutes: null, seed: 1 })).json,
    );
    const { platform } = server;
    const play = await Play.open(platform.contextOf(learner.me.organisation.id), id);
    if (!play) throw new Error('the session was not opened');
    const frames: LiveServerFrame[] = [];
    const heard: Omit<HeardTurn, 'org' | 'session'>[] = [];
    const session = new LiveSession({
      play,
      voice: null,
      sound: { voices: [hummer], hear: recogniser },
      watch: new TurnWatch(platform.clock, () => undefined),
      keepsSound,
      onTurnSound: (turn) => heard.push(turn),
      clock: platform.clock,
      log: platform.log,
      resumeToken: () => 'token',
      whyTaken: () => Promise.resolve('moved'),
      onGone: () => undefined,
    });
    session.attach({ send: (frame) => frames.push(frame), sound: () => undefined, close: () => undefined }, 0, { speak: true, hear: true });
    const came = (type: LiveServerFrame['type'], seq: number) =>
      expect.poll(() => frames.some((frame) => frame.type === type && 'seq' in frame && frame.seq === seq), { timeout: 10_000 }).toBe(true);
    const committed = (seq: number) =>
      expect
        .poll(() => frames.some((frame) => (frame.type === 'committed' || frame.type === 'spoken') && frame.turn.seq === seq), { timeout: 10_000 })
        .toBe(true);
    return { session, frames, heard, came, committed, play };
  }
  const lengthOf = (turn: Pick<HeardTurn, 'stretches'> | undefined) => turn?.stretches.reduce((sum, { samples }) => sum + samples.length, 0) ?? 0;

  it('hands on each turn once it is one: whole when it was heard, cut where the learner cut in', async () => {
    const { session, heard, came, committed, play } = await open();
    const before = Date.now();
    await came('speech_end', 1);
    await committed(1);
    expect(heard).toEqual([]);
    session.take({ type: 'heard', seq: 1 });
    await expect.poll(() => heard.length).toBe(1);
    expect(heard[0]).toMatchObject({ seq: 1, who: 'persona' });
    expect(lengthOf(heard[0])).toBeGreaterThanOrEqual(((play.turns[0]?.text.length ?? 0) * rate) / 110);
    expect(heard[0]?.beganAt).toBeGreaterThan(before - 1000);

    session.take({ type: 'utterance', number: 1, state: 'began', silentMs: 0 });
    for (let index = 0; index < 100; index += 1) session.hearSound({ kind: 'microphone', number: 1, index, samples: tone(320, 500) });
    session.take({ type: 'utterance', number: 1, state: 'paused', silentMs: 500 });
    await committed(2);
    await expect.poll(() => heard.length).toBe(2);
    expect(heard[1]).toMatchObject({ seq: 2, who: 'learner' });
    // Two seconds came; the voice ended half a second before, and a breath is left.
    expect(lengthOf(heard[1])).toBe(rate * 1.7);

    await came('sentence', 3);
    await committed(3);
    session.take({ type: 'interrupt', seq: 3, playedMs: 250 });
    await expect.poll(() => heard.length).toBe(3);
    expect(heard[2]).toMatchObject({ seq: 3, who: 'persona' });
    expect(lengthOf(heard[2])).toBe(rate / 4);
    session.leave();
  });

  it('holds nothing where the learner did not agree, from the moment on at which they take it back', async () => {
    const { session, heard, came, committed } = await open(false);
    await came('speech_end', 1);
    await committed(1);
    session.take({ type: 'heard', seq: 1 });
    session.keepSound(true);
    session.take({ type: 'say', clientTurnId: 'one', text: 'Que craignez-vous le plus ?' });
    await came('sentence', 3);
    session.keepSound(false);
    session.take({ type: 'say', clientTurnId: 'two', text: 'Et ensuite ?' });
    await came('speech_end', 5);
    session.leave();
    await expect.poll(() => heard.map(({ seq, who }) => [seq, who])).toEqual([[3, 'persona']]);
  });

  it('hands on nothing of what became no turn, and what was heard of the last one when it ends', async () => {
    const { session, heard, came, committed } = await open();
    await came('sentence', 1);
    await committed(1);
    session.take({ type: 'utterance', number: 1, state: 'began', silentMs: 0 });
    session.hearSound({ kind: 'microphone', number: 1, index: 0, samples: tone(320, 500) });
    session.take({ type: 'utterance', number: 1, state: 'dropped', silentMs: 0 });
    session.leave();
    await expect.poll(() => heard.map(({ seq, who }) => [seq, who])).toEqual([[1, 'persona']]);
  });
});
