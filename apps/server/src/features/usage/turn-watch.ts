import type { LiveClientFrame, LiveServerFrame } from '@coachvisio/contract/live-protocol.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Latency } from './usage.store.ts';

/** Where the figures of a turn go: again each time that more of it is known. */
export type TellLatency = (latency: Latency) => void;

type ClientFrame = Exclude<LiveClientFrame, { type: 'hello' }>;

/** Reads off the frames of a live session how long its learner waited: it hears what comes in and what goes out, and keeps no word of it. */
export class TurnWatch {
  readonly #clock: Clock;
  readonly #tell: TellLatency;
  #lastWordAt: number | null = null;
  #spoken = false;
  /** The turn that is being answered, and when the learner had said it. */
  #turn: { readonly latency: Latency; readonly from: number } | null = null;

  constructor(clock: Clock, tell: TellLatency) {
    this.#clock = clock;
    this.#tell = tell;
  }

  took(frame: ClientFrame): void {
    const at = this.#clock.now();
    if (frame.type === 'say') this.#said(at, false);
    if (frame.type !== 'utterance' || frame.state === 'dropped') return;
    if (frame.state === 'paused') this.#said(at - frame.silentMs, true);
    else if (frame.state === 'ended') this.#said(this.#lastWordAt ?? at, true);
    else this.#lastWordAt = null;
  }

  sent(frame: LiveServerFrame): void {
    if (frame.type === 'committed') this.#committed(frame.turn.seq);
    else if (frame.type === 'words') this.#add(frame.seq, 'firstTokenMs');
    // It goes out together with the first sound of it.
    else if (frame.type === 'sentence') this.#add(frame.seq, 'firstAudioMs');
  }

  #said(at: number, spoken: boolean): void {
    this.#lastWordAt = at;
    this.#spoken = spoken;
  }

  #committed(seq: number): void {
    // Told again to whoever came back.
    if (seq <= (this.#turn?.latency.seq ?? 0)) return;
    const from = this.#lastWordAt ?? this.#clock.now();
    this.#lastWordAt = null;
    this.#keep(from, { seq, spoken: this.#spoken, committedMs: this.#since(from), firstTokenMs: null, firstAudioMs: null });
  }

  #add(seq: number, what: 'firstTokenMs' | 'firstAudioMs'): void {
    if (!this.#turn) return;
    const { latency, from } = this.#turn;
    if (seq > latency.seq && latency[what] === null) this.#keep(from, { ...latency, [what]: this.#since(from) });
  }

  #keep(from: number, latency: Latency): void {
    this.#turn = { latency, from };
    this.#tell(latency);
  }

  #since(from: number): number {
    return Math.max(0, Math.round(this.#clock.now() - from));
  }
}
