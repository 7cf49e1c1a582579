import { packetMs } from './microphone-format.ts';
import type { LiveSocket } from '../live-socket.ts';
import type { Microphone } from './capture.ts';
import { type Ears, type EarsEffect, type EarsEvent, earsStep, openEars } from './ears-machine.ts';
import { PacketStore } from './packet-store.ts';
import type { Player } from './player.ts';

export interface EarsParts {
  readonly microphone: Pick<Microphone, 'listen' | 'turnOver'>;
  readonly line: Pick<LiveSocket, 'listen' | 'utterance' | 'sound'>;
  readonly player: Pick<Player, 'hold' | 'goOn'>;
  readonly mode: Ears['mode'];
  /** The conversation runs already: no frame will say so. */
  readonly listening: boolean;
  readonly onChanged?: () => void;
  /** The microphone was unplugged or taken away. */
  readonly onLost?: () => void;
}

/** Carries the learner's voice to the server, and makes the persona fall silent when it begins. What it means is in ears-machine.ts. */
export class LearnerEars {
  readonly #parts: EarsParts;
  readonly #store = new PacketStore();
  readonly #hangUp: (() => void)[];
  #state: Ears;
  #held: { readonly seq: number; readonly playedMs: number } | null = null;

  constructor(parts: EarsParts) {
    this.#parts = parts;
    this.#state = { ...openEars(parts.mode), listening: parts.listening };
    this.#hangUp = [
      parts.microphone.listen({
        packet: (packet) => {
          this.#store.keep(packet);
          this.#happen({ type: 'packet', endsAt: (packet.number + 1) * packetMs, events: packet.events });
          this.#send();
        },
        lost: () => {
          this.#happen({ type: 'finished' });
          parts.onLost?.();
        },
      }),
      parts.line.listen({ onFrame: (frame) => this.#happen({ type: 'frame', frame }), onSound: () => undefined }),
    ];
  }

  /** The learner is speaking: an utterance is open and not silent. */
  get hearing(): boolean {
    return this.#state.utterance?.phase === 'voice';
  }

  get muted(): boolean {
    return this.#state.muted;
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
  }

  #happen(event: EarsEvent): void {
    const before = this.#state;
    const { state, effects } = earsStep(before, event);
    this.#state = state;
    for (const effect of effects) this.#carryOut(effect);
    if (state.utterance?.phase !== before.utterance?.phase || state.muted !== before.muted) this.#parts.onChanged?.();
  }

  #carryOut(effect: EarsEffect): void {
    const { line, player, microphone } = this.#parts;
    switch (effect.do) {
      case 'hold':
        this.#held = player.hold();
        return;
      case 'tell': {
        const { number, state } = effect;
        // The server counts silence from what it has: all of it goes first.
        if (state !== 'began') this.#send(Infinity);
        const over = state === 'began' && this.#held ? { over: this.#held } : {};
        line.utterance({ number, state, silentMs: effect.silentMs, ...over });
        return;
      }
      case 'send':
        this.#store.send(effect.number, effect.from);
        return;
      case 'send on':
        this.#store.sendOn();
        return;
      case 'stop sending':
        this.#store.stop();
        return;
      case 'go on':
        this.#held = null;
        player.goOn();
        return;
      case 'turn over':
        microphone.turnOver();
    }
  }

  #send(most?: number): void {
    for (const bytes of this.#store.due(most)) this.#parts.line.sound(bytes);
  }
}
