import { closeReasons, CloseReason, type LiveClientFrame, liveProtocolVersion, LiveServerFrame } from '@coachvisio/contract/live-protocol.ts';
import { readSound, type Sound } from '@coachvisio/contract/speech.ts';
import { sessionRoutes } from '@coachvisio/contract/session.ts';
import { ApiProblem } from './api-problem.ts';
import { call } from './call.ts';
import { firstState, lastSeqOf, type LiveEvent, type LiveState, type Said, step } from './live-state.ts';

const firstRetryMs = 250;
const slowestRetryMs = 5000;
/**
 * A line may die without a word: another network, a lid that was closed. Whoever speaks would speak to nobody, so it is asked
 * often, and given up when a question stands unanswered for this long. It is counted from the question: a page in the
 * background is woken once a minute, and has not asked in between.
 */
const pingMs = 5000;
const deafMs = 10_000;
/** A server that is reached may first have to fetch the session from where it was. */
const openingMs = 20_000;
/** Somebody looks at the page again, or the machine slept: by now the line answers at once, or not at all. */
const wokenMs = 3000;
/** The page's clock ran on by this much between two questions: nobody was awake. */
const sleptMs = 4 * pingMs;
/** How often one asks for a place: the server forgets whoever was silent for 30 s. */
const queueMs = 3000;
/** The contract allows one `composing` frame a second. */
const composingMs = 1200;

/** Codes after which coming back by oneself cannot help. */
const final = new Set<CloseReason>(['ended', 'moved', 'not_found', 'version', 'protocol', 'too_large']);

const reasonOf = (code: number): CloseReason | null => CloseReason.options.find((reason) => closeReasons[reason] === code) ?? null;

/** Two seconds of microphone that the network did not take: more waits where it can still be said again, not in the socket. */
const slowBytes = 64_000;

export type VoiceWish = NonNullable<Extract<LiveClientFrame, { type: 'hello' }>['voice']>;

export interface VoiceListener {
  readonly onFrame: (frame: LiveServerFrame) => void;
  readonly onSound: (sound: Sound) => void;
}

/** Half of it certain, half of it chance, so that a thousand clients do not come back in the same instant. */
export function retryDelay(attempt: number, chance: number): number {
  const longest = Math.min(slowestRetryMs, firstRetryMs * 2 ** attempt);
  return longest / 2 + (longest / 2) * chance;
}

/** Keeps the live line of one session: opens it, sends what is due, comes back by itself. What it means is in live-state.ts. */
export class LiveSocket {
  readonly #session: `ses_${string}`;
  readonly #listeners = new Set<() => void>();
  readonly #voices = new Set<VoiceListener>();
  #wish: VoiceWish = { speak: false, hear: false };
  readonly #keepOutbox: (outbox: readonly Said[]) => void;
  #state: LiveState;
  #socket: WebSocket | null = null;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #ping: ReturnType<typeof setInterval> | undefined;
  #attempt = 0;
  #opening = 0;
  #stopped = true;
  /** The server knows who this is: before that it takes nothing but `hello`. */
  #welcomed = false;
  /** The oldest question that nothing has come after. */
  #askedAt: number | null = null;
  #tickedAt = 0;
  #lastComposing = 0;

  constructor(session: `ses_${string}`, outbox: readonly Said[], keepOutbox: (outbox: readonly Said[]) => void) {
    this.#session = session;
    this.#state = firstState(outbox);
    this.#keepOutbox = keepOutbox;
  }

  readonly state = (): LiveState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Returns what takes it down. */
  start(): () => void {
    this.#stopped = false;
    const online = () => this.reopen();
    const offline = () => {
      this.#happen({ type: 'offline' });
      this.#hangUp();
    };
    const seen = () => document.visibilityState === 'visible' && this.#woken();
    window.addEventListener('online', online);
    window.addEventListener('offline', offline);
    document.addEventListener('visibilitychange', seen);
    void this.#open();
    return () => {
      this.#stopped = true;
      window.removeEventListener('online', online);
      window.removeEventListener('offline', offline);
      document.removeEventListener('visibilitychange', seen);
      this.#hangUp();
    };
  }

  /** Now, without waiting for the next attempt; also takes the session back from another tab. */
  reopen(): void {
    this.#attempt = 0;
    this.#hangUp();
    void this.#open();
  }

  /** What this page wants of sound; told to the server at once, or when the line is open. */
  wish(wish: VoiceWish): void {
    const before = this.#wish;
    this.#wish = wish;
    if (before.speak !== wish.speak) this.#send({ type: 'voice', speak: wish.speak });
    // A microphone is agreed on when the line is opened.
    if (before.hear !== wish.hear && this.#socket?.readyState === WebSocket.OPEN) this.reopen();
  }

  /** Hears every frame and every sound, as they come; returns what ends that. */
  listen(listener: VoiceListener): () => void {
    this.#voices.add(listener);
    return () => this.#voices.delete(listener);
  }

  /** The learner's voice, as the detector follows it. */
  utterance = (frame: Omit<Extract<LiveClientFrame, { type: 'utterance' }>, 'type'>): void => this.#send({ type: 'utterance', ...frame });

  /** Whether sound would leave now. While it would not, whoever has it keeps it. */
  get takesSound(): boolean {
    return this.#socket?.readyState === WebSocket.OPEN && this.#welcomed && this.#socket.bufferedAmount < slowBytes;
  }

  /** Sound of the microphone. */
  sound(bytes: Uint8Array<ArrayBuffer>): void {
    if (this.#socket?.readyState === WebSocket.OPEN && this.#welcomed) this.#socket.send(bytes);
  }

  /** The persona is to stop: so much of its sound was played, or so many of its characters said by this page itself. */
  interrupt = (seq: number, heard: { readonly playedMs: number } | { readonly heardCharacters: number }): void =>
    this.#send({ type: 'interrupt', seq, ...heard });

  say(text: string): void {
    const said = { clientTurnId: crypto.randomUUID(), text };
    this.#happen({ type: 'said', said });
    this.#send({ type: 'say', ...said });
  }

  composing(): void {
    const now = performance.now();
    if (now - this.#lastComposing < composingMs) return;
    this.#lastComposing = now;
    this.#send({ type: 'composing' });
  }

  heard = (seq: number): void => this.#send({ type: 'heard', seq });
  pause = (): void => this.#send({ type: 'pause' });
  resume = (): void => this.#send({ type: 'resume' });
  hint = (): void => this.#send({ type: 'hint' });
  end = (): void => this.#send({ type: 'end' });
  closeHint = (): void => this.#happen({ type: 'hint closed' });
  closeNotice = (): void => this.#happen({ type: 'notice closed' });
  takeBack = (): void => this.#happen({ type: 'words taken back' });

  #happen(event: LiveEvent): void {
    const before = this.#state;
    this.#state = step(before, event);
    if (this.#state.outbox !== before.outbox) this.#keepOutbox(this.#state.outbox);
    if (this.#state !== before) for (const listener of this.#listeners) listener();
  }

  #send(frame: LiveClientFrame): void {
    if (this.#socket?.readyState === WebSocket.OPEN && (this.#welcomed || frame.type === 'hello')) this.#socket.send(JSON.stringify(frame));
  }

  /** Is somebody there? A line that is being opened was asked when it was dialled. */
  #ask(): void {
    this.#askedAt ??= performance.now();
    this.#send({ type: 'ping', at: Date.now() });
  }

  #tick(): void {
    const slept = Date.now() - this.#tickedAt > sleptMs;
    this.#tickedAt = Date.now();
    if (slept) this.#woken();
    else if (this.#askedAt === null || performance.now() - this.#askedAt < this.#patience) this.#ask();
    else {
      this.#hangUp();
      this.#comeBack();
    }
  }

  get #patience(): number {
    return this.#socket?.readyState === WebSocket.OPEN && !this.#welcomed ? openingMs : deafMs;
  }

  /** Nobody knows what became of the line meanwhile. */
  #woken(): void {
    if (this.#state.link === 'reconnecting') return this.reopen();
    const socket = this.#socket;
    if (!socket) return;
    this.#ask();
    setTimeout(() => socket === this.#socket && this.#askedAt !== null && this.reopen(), wokenMs);
  }

  #hangUp(): void {
    this.#opening += 1;
    clearTimeout(this.#retry);
    clearInterval(this.#ping);
    const socket = this.#socket;
    this.#socket = null;
    this.#welcomed = false;
    socket?.close();
  }

  async #open(): Promise<void> {
    this.#opening += 1;
    const mine = this.#opening;
    clearTimeout(this.#retry);
    this.#happen({ type: 'opening' });
    try {
      const resume = this.#state.resume;
      const key = resume === null ? { ticket: (await call(sessionRoutes.openLive, { params: { id: this.#session } })).ticket } : { resume };
      if (mine === this.#opening && !this.#stopped) this.#dial(key);
    } catch (error) {
      if (mine === this.#opening && !this.#stopped) this.#refused(error);
    }
  }

  #refused(error: unknown): void {
    const code = error instanceof ApiProblem ? error.code : 'server.failed';
    if (error instanceof ApiProblem && error.queue) {
      this.#happen({ type: 'queued', queue: error.queue });
      // Asking again keeps the place; half a minute without asking loses it.
      this.#retry = setTimeout(() => void this.#open(), queueMs);
      return;
    }
    if (code === 'session.ended') return this.#happen({ type: 'closed', reason: 'ended' });
    if (code === 'session.not_found' || code === 'request.invalid') return this.#happen({ type: 'closed', reason: 'not_found' });
    if (code === 'auth.required' || code === 'auth.invalid' || code === 'permission.denied') {
      return this.#happen({ type: 'closed', reason: 'unauthorised' });
    }
    this.#comeBack();
  }

  #comeBack(): void {
    this.#happen(navigator.onLine ? { type: 'lost' } : { type: 'offline' });
    this.#retry = setTimeout(() => void this.#open(), retryDelay(this.#attempt, Math.random()));
    this.#attempt += 1;
  }

  #dial(key: { readonly ticket: string } | { readonly resume: string }): void {
    const address = new URL(`/v1/sessions/${this.#session}/live`, location.href);
    address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
    const socket = new WebSocket(address);
    socket.binaryType = 'arraybuffer';
    this.#socket = socket;
    socket.addEventListener('open', () =>
      this.#send({ type: 'hello', protocol: liveProtocolVersion, lastSeq: lastSeqOf(this.#state), voice: this.#wish, ...key }),
    );
    socket.addEventListener('message', (event) => socket === this.#socket && this.#hear(event.data));
    socket.addEventListener('close', (event) => socket === this.#socket && this.#closed(reasonOf(event.code), 'resume' in key));
    this.#welcomed = false;
    this.#askedAt = performance.now();
    this.#tickedAt = Date.now();
    clearInterval(this.#ping);
    this.#ping = setInterval(() => this.#tick(), pingMs);
  }

  #hear(data: unknown): void {
    this.#askedAt = null;
    if (data instanceof ArrayBuffer) {
      const sound = readSound(new Uint8Array(data));
      if (sound) for (const { onSound } of this.#voices) onSound(sound);
    }
    if (typeof data !== 'string') return;
    const frame = LiveServerFrame.safeParse(parseJson(data));
    // A frame of a newer server that this page does not know changes nothing that is on the screen.
    if (!frame.success) return;
    if (frame.data.type === 'welcome') this.#welcomed = true;
    this.#happen({ type: 'frame', frame: frame.data, at: performance.now() });
    for (const { onFrame } of this.#voices) onFrame(frame.data);
    if (frame.data.type !== 'welcome') return;
    this.#attempt = 0;
    for (const said of this.#state.outbox) this.#send({ type: 'say', ...said });
  }

  #closed(reason: CloseReason | null, resumed: boolean): void {
    clearInterval(this.#ping);
    this.#socket = null;
    this.#welcomed = false;
    if (reason !== null && final.has(reason)) return this.#happen({ type: 'closed', reason });
    // An old resume token may be refused: a fresh ticket settles whether the door is really shut.
    if (reason === 'unauthorised') this.#state = { ...this.#state, resume: null };
    if (reason === 'unauthorised' && !resumed) return this.#happen({ type: 'closed', reason });
    this.#comeBack();
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
