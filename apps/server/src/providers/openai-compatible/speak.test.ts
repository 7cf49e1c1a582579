import { setTimeout as wait } from 'node:timers/promises';
import type { SpeechManner, SpeechPiece } from '@coachvisio/engine/ports.ts';
import { writeWav } from '@coachvisio/engine/speech/wav.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Endpoint, json, openEndpoint } from './endpoint.testing.ts';
import { openAiCompatibleSpeak, type SpeakSettings } from './speak.ts';

const manner: SpeechManner = { locale: 'fr', persona: 'claire-morel', gender: 'feminine', rate: 1, pitch: 0 };
const samples = Int16Array.from({ length: 6000 }, (_, index) => Math.round(9000 * Math.sin(index / 7)) + 20);
const bytes = Buffer.from(samples.buffer);

describe('a voice behind an endpoint that speaks audio/speech', () => {
  let endpoint: Endpoint;
  beforeAll(async () => {
    endpoint = await openEndpoint();
  });
  afterAll(() => endpoint.close());
  beforeEach(() => void endpoint.asked.splice(0));

  const voice = (settings: Partial<SpeakSettings> = {}) =>
    openAiCompatibleSpeak({
      url: endpoint.url,
      key: 'k',
      model: 'larynx',
      format: 'pcm',
      voices: { personas: { 'claire-morel': 'clara' }, feminine: 'nova', masculine: 'onyx' },
      ...settings,
    });
  async function said(settings: Partial<SpeakSettings> = {}, how: Partial<SpeechManner> = {}, signal = AbortSignal.timeout(5000)) {
    const pieces: Extract<SpeechPiece, { type: 'sound' }>[] = [];
    for await (const piece of voice(settings).speak('Bonjour.', { ...manner, ...how }, signal)) if (piece.type === 'sound') pieces.push(piece);
    return { pieces, samples: Int16Array.from(pieces.flatMap((piece) => [...piece.samples])), rates: new Set(pieces.map(({ sampleRate }) => sampleRate)) };
  }
  const sound = (body: Buffer, type = 'audio/pcm') => {
    endpoint.answer = (_, response) => void response.writeHead(200, { 'content-type': type }).end(body);
  };

  it('is asked for bare samples in the voice of the persona', async () => {
    sound(bytes);
    const got = await said();
    expect(got.samples).toEqual(samples);
    expect(got.rates).toEqual(new Set([24_000]));
    expect(endpoint.asked.map(({ path, headers }) => [path, headers.authorization])).toEqual([['/v1/audio/speech', 'Bearer k']]);
    expect(JSON.parse(String(endpoint.asked[0]?.body))).toEqual({ model: 'larynx', input: 'Bonjour.', voice: 'clara', response_format: 'pcm' });
  });

  it.each([
    [{ persona: 'nobody' }, { voice: 'nova' }],
    [{ persona: 'nobody', gender: 'masculine' }, { voice: 'onyx' }],
    [{ rate: 1.12 }, { speed: 1.12 }],
    [{ rate: 9 }, { speed: 4 }],
  ] as const)('is told the manner %o', async (how, expected) => {
    sound(bytes);
    await said({}, how);
    expect(JSON.parse(String(endpoint.asked[0]?.body))).toMatchObject(expected);
  });

  it('is heard while it speaks, whatever the pieces in which its bytes come', async () => {
    const cuts = [1, 4, 1001, 1002, 4095, 9000];
    const sent: number[] = [];
    endpoint.answer = async (_, response) => {
      response.writeHead(200, { 'content-type': 'audio/pcm' });
      for (const [index, cut] of [...cuts, bytes.length].entries()) {
        response.write(bytes.subarray(cuts[index - 1] ?? 0, cut));
        await wait(15);
        sent.push(cut);
      }
      response.end();
    };
    let sentAtFirst = -1;
    const got: number[] = [];
    for await (const piece of voice().speak('Bonjour.', manner, AbortSignal.timeout(5000))) {
      if (sentAtFirst === -1) sentAtFirst = sent.length;
      if (piece.type === 'sound') got.push(...piece.samples);
    }
    expect(Int16Array.from(got)).toEqual(samples);
    expect(sentAtFirst).toBeLessThan(cuts.length);
  });

  it.each([
    ['as it was asked', 'wav', 'audio/wav'],
    ['although it was asked for bare samples', 'pcm', 'application/octet-stream'],
  ] as const)('may answer with a WAV file, %s', async (_, format, type) => {
    sound(Buffer.from(writeWav({ samples, sampleRate: 22_050 })), type);
    const got = await said({ format });
    expect(got.samples).toEqual(samples);
    expect(got.rates).toEqual(new Set([22_050]));
    expect(JSON.parse(String(endpoint.asked[0]?.body))).toMatchObject({ response_format: format });
  });

  it('may say that its bare samples have another rate', async () => {
    sound(bytes, 'audio/pcm;rate=16000');
    expect((await said()).rates).toEqual(new Set([16_000]));
  });

  it('does not make anybody wait for the silence before its words', async () => {
    sound(Buffer.concat([Buffer.alloc(24_000), bytes]));
    expect((await said()).samples).toEqual(Int16Array.from([...Array.from({ length: 360 }, () => 0), ...samples]));
  });

  it.each([
    [
      'busy',
      json(429, { error: { message: 'Bonjour. is too much', code: 'rate_limit_exceeded' } }, { 'retry-after': '7', 'x-ratelimit-remaining-requests': '0' }),
      { status: 429, code: 'rate_limit_exceeded', retryAfterMs: 7000, limits: { 'x-ratelimit-remaining-requests': '0' } },
    ],
    ['broken', json(500, { error: { message: 'oops' } }), { status: 500, retryAfterMs: null }],
    ['of another kind', json(200, { audio: 'none' }), { status: 200, code: 'not_the_sound_asked_for' }],
  ])('is asked once when it is %s, and its error says what it answered', async (_, answer, expected) => {
    endpoint.answer = answer;
    const failed = said();
    await expect(failed).rejects.toMatchObject({ name: 'ProviderError', ...expected });
    await expect(failed).rejects.not.toThrow('Bonjour');
    expect(endpoint.asked.length).toBe(1);
  });

  it.each([
    ['nothing', Buffer.alloc(0), 'audio/pcm', 'no_sound'],
    ['a moment of silence', Buffer.alloc(4800), 'audio/pcm', 'no_sound'],
    ['silence without an end', Buffer.alloc(480_000), 'audio/pcm', 'silence'],
    ['JSON under another name', Buffer.from('{"error":"no such voice"}'), 'audio/pcm', 'not_the_sound_asked_for'],
    ['a page', Buffer.from('<!doctype html><p>Welcome'), '', 'not_the_sound_asked_for'],
    ['an MP3', Buffer.from('ID3\u0004 and so on'), 'audio/pcm', 'not_the_sound_asked_for'],
    ['an MP3 without a tag', Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0x64]), bytes]), 'audio/pcm', 'not_the_sound_asked_for'],
    ['an MP3 of half the rate', Buffer.concat([Buffer.from([0xff, 0xe3, 0x18, 0xc4]), bytes]), 'audio/pcm', 'not_the_sound_asked_for'],
    ['AAC', Buffer.concat([Buffer.from([0xff, 0xf1, 0x50, 0x80]), bytes]), 'audio/pcm', 'not_the_sound_asked_for'],
    ['an MP4', Buffer.concat([Buffer.from('\u0000\u0000\u0000\u0020ftypM4A ', 'latin1'), bytes]), 'audio/pcm', 'not_the_sound_asked_for'],
    ['WebM', Buffer.concat([Buffer.from([0x1a, 0x45, 0xdf, 0xa3]), bytes]), 'audio/pcm', 'not_the_sound_asked_for'],
    ['something packed', Buffer.concat([Buffer.from([0x1f, 0x8b, 0x08, 0x00]), bytes]), 'audio/pcm', 'not_the_sound_asked_for'],
    ['a page after an empty line', Buffer.from('\r\n<html><body>Bad gateway</body></html>'), 'audio/pcm', 'not_the_sound_asked_for'],
    ['a WAV file that nobody can play', Buffer.from(writeWav({ samples, sampleRate: 4_000_000_000 })), 'audio/wav', 'not_the_sound_asked_for'],
    ['an MP3 by its name', bytes, 'audio/mpeg', 'not_the_sound_asked_for'],
    ['a WAV file of something else', Buffer.concat([Buffer.from('RIFF0000AVI LIST'), bytes]), 'audio/wav', 'not_the_sound_asked_for'],
    ['a WAV file cut short', Buffer.from(writeWav({ samples, sampleRate: 24_000 })).subarray(0, 5000), 'audio/wav', 'broken_off'],
  ])('fails when what comes is %s', async (_, body, type, code) => {
    sound(body, type);
    await expect(said()).rejects.toMatchObject({ name: 'ProviderError', status: 200, code });
  });

  it('fails when its line breaks in the middle, after what was said', async () => {
    endpoint.answer = (_, response) => {
      response.writeHead(200, { 'content-type': 'audio/pcm' });
      response.write(bytes.subarray(0, 6001), () => setTimeout(() => response.destroy(), 30));
    };
    const got: number[] = [];
    await expect(
      (async () => {
        for await (const piece of voice().speak('Bonjour.', manner, AbortSignal.timeout(5000))) if (piece.type === 'sound') got.push(...piece.samples);
      })(),
    ).rejects.toMatchObject({ status: 200, code: 'broken_off' });
    expect(got).toEqual([...samples.subarray(0, 3000)]);
  });

  it('fails when nobody is there', async () => {
    await expect(said({ url: 'http://127.0.0.1:9/v1' })).rejects.toMatchObject({ name: 'ProviderError', status: null });
  });

  it.each(['before it answers', 'in the middle'])('stops when it is told to, %s, and lets go of the line', async (when) => {
    let closed = false;
    endpoint.answer = (_, response) => {
      response.on('close', () => (closed = true));
      if (when === 'in the middle') response.writeHead(200, { 'content-type': 'audio/pcm' }).write(bytes);
    };
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 60);
    const got = await said({}, {}, stop.signal);
    expect(got.samples.length).toBe(when === 'in the middle' ? samples.length : 0);
    await wait(50);
    expect(closed).toBe(true);
  });

  it('lets go of the line when nobody listens any more', async () => {
    let closed = false;
    endpoint.answer = (_, response) => {
      response.on('close', () => (closed = true));
      response.writeHead(200, { 'content-type': 'audio/pcm' }).write(bytes);
    };
    for await (const piece of voice().speak('Bonjour.', manner, AbortSignal.timeout(5000))) if (piece.type === 'sound') break;
    await wait(50);
    expect(closed).toBe(true);
  });
});
