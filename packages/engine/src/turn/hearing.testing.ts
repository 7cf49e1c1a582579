import { hear, type Hearing, type HearingSetting, hearingWake, nothingHeard } from './hearing.ts';
import type { HearingEffect, HearingEvent } from './hearing-events.ts';

const french: HearingSetting = { locale: 'fr', patience: 1, inStory: false, listensMs: null };

/** A recogniser that answers at once with what it is given, and a clock that only moves when told. */
export class Ear {
  state: Hearing = nothingHeard;
  at = 0;
  done: HearingEffect[] = [];
  readonly #setting: HearingSetting;
  constructor(setting = french) {
    this.#setting = setting;
  }

  happen(event: HearingEvent): this {
    const { state, effects } = hear(this.state, event, this.#setting);
    this.state = state;
    this.done.push(...effects);
    return this;
  }

  begin(over?: { seq: number; playedMs: number }): this {
    return this.happen({ type: 'began', number: 1, at: this.at, ...(over ? { over } : {}) });
  }

  speak(ms: number): this {
    for (let spoken = 0; spoken < ms; spoken += 20) {
      this.at += 20;
      this.happen({ type: 'sound', ms: 20, at: this.at });
    }
    return this;
  }

  /** The same with the alarm clock of {@link wait}: for as long as somebody may speak. */
  talk(ms: number): this {
    for (let spoken = 0; spoken < ms; spoken += 100) this.happen({ type: 'sound', ms: 100, at: this.at }).wait(100);
    return this;
  }

  pause(silentMs = 60): this {
    this.speak(silentMs);
    return this.happen({ type: 'paused', silentMs, at: this.at });
  }

  resume(): this {
    return this.happen({ type: 'resumed', at: this.at });
  }

  understand(text: string, words: Extract<HearingEvent, { type: 'understood' }>['what']['words'] = null): this {
    return this.happen({ type: 'understood', request: this.state.requests, what: { text, words }, at: this.at });
  }

  /** Silence, with the alarm clock that whoever runs the machine sets. */
  wait(ms: number): this {
    const until = this.at + ms;
    for (let wake = hearingWake(this.state, this.#setting); wake !== null && wake <= until; wake = hearingWake(this.state, this.#setting)) {
      this.at = Math.max(this.at, wake);
      const before = this.state;
      this.happen({ type: 'waited', at: this.at });
      if (this.state === before) break;
    }
    this.at = until;
    return this;
  }

  get said(): string[] {
    return this.done.flatMap((effect) => (effect.do === 'say' ? [effect.text] : []));
  }

  get does(): string[] {
    return this.done.map((effect) => effect.do);
  }
}
