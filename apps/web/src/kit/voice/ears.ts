import { microphonePacketMs } from '@coachvisio/contract/speech.ts';
import { packetMs } from './microphone-format.ts';
import type { LiveSocket } from '../live-socket.ts';
import type { Microphone } from './capture.ts';
import { type Ears, type EarsEffect, type EarsEvent, earsStep, neededFrom, openEars } from './ears-machine.ts';
import { EchoWatch } from './echo-watch.ts';
import { PacketStore } from './packet-store.ts';
import type { Player } from './player.ts';

export interface EarsParts {
  readonly microphone: Pick<Microphone, 'listen' | 'turnOver' | 'guard'>;
  readonly line: Pick<LiveSocket, 'listen' | 'utterance' | 'sound' | 'takesSound'>;
  readonly player: Pick<Player, 'hold' | 'goOn' | 'letPass'>;
  readonly mode: Ears['mode'];
  /** The conversation runs already: no frame will say so. */
  readonly listening: boolean;
  readonly onChanged?: () => void;
  /** The microphone was unplugged or taken away. */
  readonly onLost?: () => void;
  /** The persona is cut off by its own sound. */
  readonly onEcho?: () => void;
  /** The line was away for too long: what was said meanwhile has to be said again. */
  readonly onUnheard?: () => void;
}

type Told = Parameters<LiveSocket['utterance']>[0];

const longestSilentMs = 10_000;

/** Carries the learner's voice to the server, and makes the persona fall silent when it begins. What it means is in ears-machine.ts. */
export class LearnerEars {
  readonly #parts: EarsParts;
  readonly #store = new PacketStore();
  readonly #echo = new EchoWatch();
  readonly #hangUp: (() => void)[];
  #state: Ears;
  #held: { readonly seq: number; readonly playedMs: number } | null = null;
  /** Where the persona's sound went on last. */
  #wentOn = { seq: 0, playedMs: 0 };
  /** Packets that came. */
  #packets = 0;
  /** How long ago the packet that is looked at was heard. */
  #lateMs = 0;
  /** What is told once the sound before it has left: the server counts silence from what it has. */
  #toTell: { readonly told: Told; readonly after: number }[] = [];

  constructor(parts: EarsParts) {
    this.#parts = parts;
    this.#state = { ...openEars(parts.mode), listening: parts.listening };
    this.#hangUp = [
      parts.microphone.listen({
        packet: (packet) => {
          this.#store.keep(packet);
          this.#packets = packet.number + 1;
          this.#lateMs = packet.lateMs ?? 0;
          this.#happen({ type: 'packet', endsAt: this.#packets * packetMs, events: packet.events });
          this.#lateMs = 0;
          // The sound thread stopped the persona before this page knew: here it is known whether it stays so.
          if (packet.events.some(({ type }) => type === 'began')) parts.player.letPass();
          this.#send();
        },
        lost: () => {
          this.#happen({ type: 'finished' });
          this.#send('all of it');
          parts.onLost?.();
        },
      }),
      parts.line.listen({
        onFrame: (frame) => {
          if (this.#echo.hear(frame)) parts.onEcho?.();
          this.#happen({ type: 'frame', frame });
        },
        onSound: () => undefined,
      }),
    ];
    parts.microphone.guard(this.#guards);
  }

  /** The learner is speaking: an utterance is open and not silent. */
  get hearing(): boolean {
    return this.#state.utterance?.phase === 'voice';
  }

  get muted(): boolean {
    return this.#state.muted;
  }

  /** A voice that is detected stops the persona. */
  get #guards(): boolean {
    return this.#state.mode === 'detect' && !this.#state.muted && this.#state.listening;
  }

  mute = (muted: boolean): void => this.#happen({ type: 'muted', muted });
  setMode = (mode: Ears['mode']): void => this.#happen({ type: 'mode', mode });
  /** Push to talk. */
  press = (): void => this.#happen({ type: 'pressed' });
  release = (): void => this.#happen({ type: 'released' });
  /** What was said so far is the turn. False when nothing was. */
  iHaveFinished = (): boolean => {
    const wasOpen = this.#state.utterance !== null;
    this.#happen({ type: 'finished' });
    return wasOpen;
  };
  /** The learner typed instead: the server forgets what it heard. */
  typed = (): void => this.#happen({ type: 'typed' });

  close(): void {
    for (const hangUp of this.#hangUp) hangUp();
    this.#happen({ type: 'finished' });
    this.#send('all of it');
  }

  #happen(event: EarsEvent): void {
    const before = this.#state;
    const guarded = this.#guards;
    const { state, effects } = earsStep(before, event);
    this.#state = state;
    this.#store.need(neededFrom(state));
    for (const effect of effects) this.#carryOut(effect);
    if (this.#guards !== guarded) this.#parts.microphone.guard(this.#guards);
    if (state.utterance?.phase !== before.utterance?.phase || state.muted !== before.muted) this.#parts.onChanged?.();
    this.#send();
  }

  #carryOut(effect: EarsEffect): void {
    const { player, microphone } = this.#parts;
    switch (effect.do) {
      case 'hold':
        this.#held = player.hold(this.#lateMs);
        return;
      case 'tell':
        return this.#tell(effect);
      case 'send':
        return this.#store.send(effect.number, effect.from, effect.until);
      case 'blank':
        return this.#store.blank(effect.from, effect.until);
      case 'stop sending':
        return this.#store.stop();
      case 'start over':
        this.#toTell = [];
        return this.#store.startOver();
      case 'go on':
        if (this.#held) this.#wentOn = this.#held;
        this.#held = null;
        return player.goOn(effect.seq);
      case 'turn over':
        return microphone.turnOver();
      case 'unheard':
        this.#parts.onUnheard?.();
    }
  }

  #tell({ number, state, silentMs }: Extract<EarsEffect, { do: 'tell' }>): void {
    if (state !== 'began') {
      this.#toTell.push({ told: { number, state, silentMs }, after: this.#packets });
      return this.#send();
    }
    // What the server was still to be told of the one before is void once another one begins.
    this.#toTell = [];
    const held = this.#held;
    if (held) this.#echo.held(number, held.seq, held.playedMs - (this.#wentOn.seq === held.seq ? this.#wentOn.playedMs : 0));
    this.#parts.line.utterance({ number, state, silentMs, ...(held ? { over: held } : {}) });
  }

  /** As much as the line takes; the rest waits for the next packet. When no packet comes any more, all of it goes. */
  #send(how: 'what it takes' | 'all of it' = 'what it takes'): void {
    const { line } = this.#parts;
    for (;;) {
      const next = this.#toTell[0];
      if (next && this.#store.isSentTo(next.after)) {
        this.#toTell.shift();
        const waited = (this.#packets - next.after) * microphonePacketMs;
        const silentMs = next.told.state === 'paused' ? Math.min(longestSilentMs, next.told.silentMs + waited) : next.told.silentMs;
        line.utterance({ ...next.told, silentMs });
        continue;
      }
      const frame = line.takesSound || how === 'all of it' ? this.#store.take() : null;
      if (!frame) return;
      line.sound(frame);
    }
  }
}
