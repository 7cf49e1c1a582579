import { LLMock } from '@copilotkit/aimock';
import type { Turn } from '@coachvisio/contract/conversation.ts';
import type { SessionId } from '@coachvisio/contract/id.ts';
import { type LiveClientFrame, liveProtocolVersion, LiveServerFrame } from '@coachvisio/contract/live-protocol.ts';
import { microphoneRate, writeSound } from '@coachvisio/contract/speech.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { library } from '../../apps/server/src/features/content/index.ts';
import { startTestServer, type TestServer } from '../../apps/server/src/platform/testing.ts';
import { beginSession, type Person, readReport, readSession, ticketFor } from './person.ts';

/** A fifth of a second, as much as one frame may hold; 250 of them are taken at once. */
const packetMs = 200;
/** The journalist, at the level of this scenario, listens for 32 s, and at last for 48 s. */
const scenario = 'interview-presse-crise';
const opener = 'Nous avons prévenu tous nos clients dès lundi matin. Ensuite nous avons repris les lots un par un et nous';

/** A page that says each frame itself, and reads the persona's first words. */
class Page {
  readonly frames: LiveServerFrame[] = [];
  readonly #socket: WebSocket;
  #index = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.binaryType = 'arraybuffer';
    socket.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (typeof data === 'string') this.frames.push(LiveServerFrame.parse(JSON.parse(data)));
    });
  }

  static async open(url: string, session: SessionId, ticket: string): Promise<Page> {
    const page = new Page(new WebSocket(`${url.replace(/^http/, 'ws')}/v1/sessions/${session}/live`));
    await new Promise((resolve) => page.#socket.addEventListener('open', resolve, { once: true }));
    page.send({ type: 'hello', protocol: liveProtocolVersion, lastSeq: 0, ticket, voice: { speak: false, hear: true } });
    await page.spoken(1);
    page.send({ type: 'heard', seq: 1 });
    return page;
  }

  send(frame: LiveClientFrame): void {
    this.#socket.send(JSON.stringify(frame));
  }

  utterance(number: number, state: Extract<LiveClientFrame, { type: 'utterance' }>['state'], silentMs = 0): void {
    if (state === 'began') this.#index = 0;
    this.send({ type: 'utterance', number, state, silentMs });
  }

  talk(number: number, ms: number): void {
    for (let sent = 0; sent < ms; sent += packetMs, this.#index += 1)
      this.#socket.send(writeSound('microphone', number, this.#index, new Int16Array((microphoneRate * packetMs) / 1000).fill(800)));
  }

  async has(what: (frame: LiveServerFrame) => boolean): Promise<LiveServerFrame> {
    await expect.poll(() => this.frames.some(what), { timeout: 15_000 }).toBe(true);
    const found = this.frames.find(what);
    if (!found) throw new Error('it was there a moment ago');
    return found;
  }

  async committed(seq: number): Promise<Turn> {
    const frame = await this.has((it) => it.type === 'committed' && it.turn.seq === seq);
    if (frame.type !== 'committed') throw new Error('another frame');
    return frame.turn;
  }

  async spoken(seq: number): Promise<Turn> {
    const frame = await this.has((it) => it.type === 'spoken' && it.turn.seq === seq);
    if (frame.type !== 'spoken') throw new Error('another frame');
    return frame.turn;
  }

  close(): void {
    this.#socket.close();
  }
}

describe('a learner who does not stop speaking', () => {
  let provider: LLMock;
  let server: TestServer;
  let learner: Person;
  beforeAll(async () => {
    provider = new LLMock({ port: 0, logLevel: 'silent' });
    await provider.start();
    const seconds = Buffer.from(new Int16Array(24_000 * 4).fill(500).buffer).toString('base64');
    provider.onSpeech(/.*/, { audio: seconds, format: 'pcm' });
    provider.onTranscription({ transcription: { text: opener } });
    const url = `${provider.url}/v1`;
    server = await startTestServer({ env: { SPEAK_URL: url, SPEAK_NAME: 'tts', HEAR_URL: url, HEAR_NAME: 'whisper', EMBEDDED_VOICE: 'off' } });
    learner = await server.asDemo();
  });
  afterAll(async () => {
    await server.close();
    await provider.stop();
  });

  const open = async () => {
    const session = await beginSession(learner, { scenario });
    return { session: session.id, page: await Page.open(server.url, session.id, await ticketFor(learner, session.id)) };
  };
  const takesFloor = () => library().personas.get('ines-laurent')?.reactions.cutIn.fr ?? [];

  it('is cut into in a pause once the persona has listened long enough; what was said until then is a turn like any other', async () => {
    const { session, page } = await open();
    page.utterance(1, 'began');
    page.talk(1, 33_000);
    expect(page.frames.some(({ type }) => type === 'understood')).toBe(false);
    page.utterance(1, 'paused', 200);
    const turn = await page.committed(2);
    // Silence alone would have waited for 2.2 s after these words, and made no such mark.
    expect(turn).toMatchObject({ who: 'learner', text: opener, sound: { cutIn: true, durationMs: 32_800 } });
    expect(await page.has((frame) => frame.type === 'understood' && frame.settled)).toMatchObject({ number: 1, text: opener, cutAtMs: 33_000 });
    const reply = await page.spoken(3);
    expect(takesFloor().some((line) => reply.text.startsWith(line))).toBe(true);

    page.send({ type: 'end' });
    await page.has(({ type }) => type === 'ended');
    const { turns } = await readSession(learner, session);
    expect(turns.find(({ seq }) => seq === 2)).toEqual(turn);
    const report = await readReport(learner, session);
    expect(report.turns.find(({ seq }) => seq === 2)?.sound?.cutIn).toBe(true);
    const [analysis] = report.analysis;
    expect(analysis?.signals).toContainEqual({ kind: 'too_long', start: 0, end: opener.length });
    expect(analysis?.moves.some(({ cause, patience }) => cause === 'too_long' && patience < 0)).toBe(true);
    page.close();
  });

  it('is cut into without a pause at last, and has the floor again when they do not let go', async () => {
    const { page } = await open();
    page.send({ type: 'voice', speak: true });
    page.utterance(1, 'began');
    page.talk(1, 47_800);
    expect(page.frames.some(({ type }) => type === 'understood')).toBe(false);
    page.talk(1, 200);
    expect(await page.committed(2)).toMatchObject({ sound: { cutIn: true, durationMs: 48_000 } });
    expect(await page.has((frame) => frame.type === 'understood' && frame.settled)).toMatchObject({ cutAtMs: 48_000 });
    page.utterance(2, 'began');
    await page.spoken(3);
    await page.has((frame) => frame.type === 'sentence' && frame.seq === 3);
    // The bucket of frames fills up while the persona speaks: these are few.
    page.talk(2, 3_000);
    const trimmed = await page.has((frame) => frame.type === 'spoken' && frame.turn.seq === 3 && frame.turn.unheard !== undefined);
    expect(trimmed).toMatchObject({ floor: 'learner' });
    page.utterance(2, 'ended');
    // What they went on to say is theirs, and the persona, which has just cut in, listens longer.
    const next = await page.committed(4);
    expect(next).toMatchObject({ who: 'learner', text: opener });
    expect(next.sound?.cutIn).toBeUndefined();
    page.close();
  });
});
