import { closeReasons, type LiveClientFrame, type LiveServerFrame } from '@coachvisio/contract/live-protocol.ts';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { LiveSocket } from './live-socket.ts';

/** What a browser and its network do, by hand. */
class HandSocket extends EventTarget {
  static readonly CONNECTING = 0;
  static readonly OPEN = 1;
  static readonly CLOSED = 3;
  static all: HandSocket[] = [];
  readyState = HandSocket.CONNECTING;
  bufferedAmount = 0;
  binaryType = '';
  sent: (LiveClientFrame | 'sound')[] = [];
  /** Answers a ping. */
  lives = true;

  constructor() {
    super();
    HandSocket.all.push(this);
  }

  send(data: string | Uint8Array) {
    const frame: LiveClientFrame | 'sound' = typeof data === 'string' ? JSON.parse(data) : 'sound';
    this.sent.push(frame);
    if (frame !== 'sound' && frame.type === 'ping' && this.lives) this.give({ type: 'pong', at: frame.at });
  }

  give(frame: LiveServerFrame) {
    this.dispatchEvent(Object.assign(new Event('message'), { data: JSON.stringify(frame) }));
  }

  connect() {
    this.readyState = HandSocket.OPEN;
    this.dispatchEvent(new Event('open'));
  }

  welcome() {
    this.connect();
    this.give({
      type: 'welcome',
      protocol: 1,
      status: 'live',
      clock: { elapsedMs: 0, durationMs: null, running: true },
      turns: [],
      floor: 'learner',
      resume: 'token',
      outcome: null,
      voice: { speak: null, hear: { verbatim: null } },
    });
  }

  break(code = 1006) {
    this.readyState = HandSocket.CLOSED;
    this.dispatchEvent(Object.assign(new Event('close'), { code }));
  }

  close() {
    this.readyState = HandSocket.CLOSED;
  }

  get types() {
    return this.sent.map((frame) => (frame === 'sound' ? frame : frame.type));
  }
}

const page = Object.assign(new EventTarget(), { visibilityState: 'visible' });
const now = () => HandSocket.all.at(-1) ?? new HandSocket();
const packet = new Uint8Array(8);
let stop = () => {};

async function open() {
  const line = new LiveSocket('ses_1', [], () => undefined);
  stop = line.start();
  await vi.advanceTimersByTimeAsync(0);
  return line;
}

beforeEach(() => {
  vi.useFakeTimers();
  HandSocket.all = [];
  vi.stubGlobal('WebSocket', HandSocket);
  vi.stubGlobal('window', new EventTarget());
  vi.stubGlobal('document', page);
  vi.stubGlobal('location', new URL('http://localhost/sessions/ses_1'));
  vi.stubGlobal('navigator', { onLine: true });
  vi.stubGlobal('fetch', async () => Response.json({ ticket: 'one', expiresAt: '2030-01-01T00:00:00Z', path: '/v1/sessions/ses_1/live' }, { status: 201 }));
});

afterEach(() => {
  stop();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('before the server has welcomed it, nothing but the greeting is sent: what came sooner would shut the door', async () => {
  const line = await open();
  line.sound(packet);
  now().connect();
  line.sound(packet);
  line.utterance({ number: 1, state: 'began', silentMs: 0 });
  expect([now().types, line.takesSound]).toEqual([['hello'], false]);
  now().welcome();
  line.sound(packet);
  expect([now().types.slice(-1), line.takesSound]).toEqual([['sound'], true]);
});

test('while the network takes nothing, it takes no sound, and drops none', async () => {
  const line = await open();
  now().welcome();
  now().bufferedAmount = 64_000;
  expect(line.takesSound).toBe(false);
  now().bufferedAmount = 63_999;
  expect(line.takesSound).toBe(true);
});

describe('a line that died without a word', () => {
  test('is given up ten seconds after a question that nothing answered, and dialled again', async () => {
    const line = await open();
    now().welcome();
    await vi.advanceTimersByTimeAsync(60_000);
    expect([HandSocket.all.length, line.state().link]).toEqual([1, 'open']);
    now().lives = false;
    await vi.advanceTimersByTimeAsync(16_000);
    expect([HandSocket.all.length, line.state().link]).toEqual([2, 'reconnecting']);
    now().welcome();
    expect(line.state().link).toBe('back');
  });

  test('is dialled again when nobody answers at all', async () => {
    await open();
    await vi.advanceTimersByTimeAsync(16_000);
    expect(HandSocket.all).toHaveLength(2);
  });

  test('is not one whose page was woken once a minute', async () => {
    const line = await open();
    now().welcome();
    for (let minute = 0; minute < 10; minute += 1) {
      vi.setSystemTime(Date.now() + 55_000);
      await vi.advanceTimersByTimeAsync(5000);
    }
    expect([HandSocket.all.length, line.state().link]).toEqual([1, 'open']);
  });
});

describe('a machine that slept for an hour', () => {
  test('asks at once, and opens another line when this one is dead', async () => {
    const line = await open();
    now().welcome();
    const before = now();
    before.lives = false;
    vi.setSystemTime(Date.now() + 3_600_000);
    await vi.advanceTimersByTimeAsync(5000);
    expect(before.types.at(-1)).toBe('ping');
    await vi.advanceTimersByTimeAsync(3000);
    expect([HandSocket.all.length, line.state().link]).toEqual([2, 'reconnecting']);
    expect(now().types).toEqual([]);
    now().welcome();
    expect([now().sent[0], line.state().link]).toMatchObject([{ type: 'hello', resume: 'token' }, 'back']);
  });

  test('keeps a line that answers', async () => {
    const line = await open();
    now().welcome();
    vi.setSystemTime(Date.now() + 3_600_000);
    await vi.advanceTimersByTimeAsync(20_000);
    expect([HandSocket.all.length, line.state().link]).toEqual([1, 'open']);
  });

  test('does so as soon as somebody looks at the page', async () => {
    await open();
    now().welcome();
    now().lives = false;
    page.dispatchEvent(new Event('visibilitychange'));
    await vi.advanceTimersByTimeAsync(3000);
    expect(HandSocket.all).toHaveLength(2);
  });
});

test('opened in another window, it does not come back by itself, and takes no sound', async () => {
  const line = await open();
  now().welcome();
  now().break(closeReasons.moved);
  await vi.advanceTimersByTimeAsync(60_000);
  expect([HandSocket.all.length, line.state().link, line.state().closed, line.takesSound]).toEqual([1, 'closed', 'moved', false]);
  line.reopen();
  await vi.advanceTimersByTimeAsync(0);
  now().welcome();
  expect([line.state().link, line.takesSound]).toEqual(['open', true]);
});
