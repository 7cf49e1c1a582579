import type { LiveClientFrame } from '@coachvisio/contract/live-protocol.ts';
import { microphoneRate, type Sound, utteranceLimitMs } from '@coachvisio/contract/speech.ts';
import type { Hear } from '@coachvisio/engine/ports.ts';
import { hear, type Hearing, type HearingSetting, hearingWake, nothingHeard } from '@coachvisio/engine/turn/hearing.ts';
import type { HearingEffect, HearingEvent } from '@coachvisio/engine/turn/hearing-events.ts';
import type { HeardSound } from './turn-sound.ts';

type UtteranceFrame = Extract<LiveClientFrame, { type: 'utterance' }>;

export interface LearnerEarParts {
  readonly hear: Hear;
  readonly setting: () => HearingSetting;
  readonly now: () => number;
  /** What was decided, but for questions to the recogniser: those are asked here. */
  readonly onEffect: (effect: Exclude<HearingEffect, { do: 'recognise' }>) => void;
  readonly onTrouble: (error: unknown) => void;
}

const samplesPerMs = microphoneRate / 1000;
/** A client sends a little of what came before the voice was sure. */
const prerollMs = 400;
/** Whoever has spoken hears nothing for so long, and is told that they are still being understood: the persona would have answered. */
const lateMs = 1_000;
/** Shorter was a cough: nobody waits for it to be understood. */
const meantMs = 700;
/** The last consonant fades after the detector has heard enough. */
const breathMs = 200;

/**
 * Keeps the sound of one utterance, has it recognised, and carries out what the hearing machine decides. Sound is in memory
 * only, and only until the turn is said; {@link heardUntil} is for whoever was allowed to keep it.
 */
export class LearnerEar {
  readonly #parts: LearnerEarParts;
  #state: Hearing = nothingHeard;
  #samples = new Int16Array(0);
  #length = 0;
  #beganAt = 0;
  #asking: AbortController | null = null;
  #setting: HearingSetting;
  #timer: NodeJS.Timeout | undefined;

  constructor(parts: LearnerEarParts) {
    this.#parts = parts;
    this.#setting = parts.setting();
  }

  /** The number of the utterance that is being heard. */
  get number(): number | null {
    return this.#state.number;
  }

  take(frame: UtteranceFrame): void {
    const at = this.#parts.now();
    if (frame.state === 'began') {
      this.#length = 0;
      this.#beganAt = at - prerollMs;
      this.#samples = new Int16Array(0);
      this.#happen({ type: 'began', at, number: frame.number, ...(frame.over ? { over: frame.over } : {}) });
    }
    // What is told of an utterance that is over by now changes nothing.
    if (frame.number !== this.#state.number) return;
    if (frame.state === 'paused') this.#happen({ type: 'paused', at, silentMs: frame.silentMs });
    else if (frame.state === 'resumed') this.#happen({ type: 'resumed', at });
    else if (frame.state === 'ended') this.#happen({ type: 'finished', at });
    else if (frame.state === 'dropped') this.#happen({ type: 'dropped', at });
  }

  sound({ number, samples }: Sound): void {
    if (number !== this.#state.number || this.#length + samples.length > utteranceLimitMs * samplesPerMs) return;
    if (this.#length + samples.length > this.#samples.length) {
      const grown = new Int16Array(Math.max(this.#samples.length * 2, microphoneRate * 2));
      grown.set(this.#samples.subarray(0, this.#length));
      this.#samples = grown;
    }
    this.#samples.set(samples, this.#length);
    this.#length += samples.length;
    this.#happen({ type: 'sound', ms: samples.length / samplesPerMs, at: this.#parts.now() });
  }

  /** The utterance as it came, from its first packet to a breath after its last voice. */
  heardUntil(voiceEndMs: number): HeardSound {
    const length = Math.min(this.#length, Math.round((voiceEndMs + breathMs) * samplesPerMs));
    return { beganAt: this.#beganAt, stretches: [{ samples: this.#samples.slice(0, length), sampleRate: microphoneRate }] };
  }

  /** Forgets what is being said: the learner typed, left, or the conversation is over. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#asking?.abort();
    this.#state = { ...nothingHeard, requests: this.#state.requests };
    this.#forgetSound();
  }

  /** What was said is a turn by now, or nothing: its sound is in nobody's way. */
  #forgetSound(): void {
    this.#samples = new Int16Array(0);
    this.#length = 0;
  }

  #happen(event: HearingEvent): void {
    // Fifty packets a second change neither what is waited for nor, as a rule, when: only what else happens does.
    const isSound = event.type === 'sound';
    if (!isSound) this.#setting = this.#parts.setting();
    const { state, effects } = hear(this.#state, event, this.#setting);
    this.#state = state;
    if (isSound && effects.length === 0) return;
    for (const effect of effects) {
      if (effect.do === 'recognise') this.#recognise(effect);
      else {
        if (effect.do === 'forget') this.#asking?.abort();
        this.#parts.onEffect(effect);
      }
    }
    if (this.#state.number === null) this.#forgetSound();
    this.#setTimer();
  }

  #recognise({ request, fromMs, toMs, before }: Extract<HearingEffect, { do: 'recognise' }>): void {
    this.#asking?.abort();
    const asking = new AbortController();
    this.#asking = asking;
    const samples = this.#samples.slice(fromMs * samplesPerMs, Math.min(this.#length, toMs * samplesPerMs));
    const late = setTimeout(() => {
      if (!asking.signal.aborted && this.#state.voiceEndMs >= meantMs) this.#parts.onEffect({ do: 'notice', code: 'hear.late' });
    }, lateMs);
    asking.signal.addEventListener('abort', () => clearTimeout(late), { once: true });
    this.#parts.hear.hear(samples, this.#setting.locale, before, asking.signal).then(
      (what) => {
        clearTimeout(late);
        if (!asking.signal.aborted) this.#happen({ type: 'understood', request, what, at: this.#parts.now() });
      },
      (error: unknown) => {
        clearTimeout(late);
        if (asking.signal.aborted) return;
        this.#parts.onTrouble(error);
        this.#happen({ type: 'failed', request, at: this.#parts.now() });
      },
    );
  }

  #setTimer(): void {
    clearTimeout(this.#timer);
    const wake = hearingWake(this.#state, this.#setting);
    if (wake === null) return;
    this.#timer = setTimeout(() => this.#happen({ type: 'waited', at: this.#parts.now() }), Math.max(0, wake - this.#parts.now()));
  }
}
