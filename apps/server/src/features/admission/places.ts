import { newId } from '../../platform/id.ts';
import type { Platform } from '../../platform/platform.ts';
import { announceProcess, freePlace, keepPlaces, removeProcess, type Who } from './place.store.ts';

/** How often a process says what it plays; others believe it for four times as long. */
const beatMs = 5_000;
/** How long a place outlives the process that kept it: its learners come back meanwhile. */
const placeMs = 30_000;

export interface Playing {
  readonly sessions: () => readonly Who[];
  /** Providers have as much to do as they may: those who talk now keep their pace, nobody else begins. */
  readonly isBusy: () => boolean;
}

/** The places of the conversations that this process plays, as all processes see them. */
export class Places {
  readonly #platform: Platform;
  readonly #playing: Playing;
  readonly #id = newId('prc');
  #timer: NodeJS.Timeout | undefined;

  constructor(platform: Platform, playing: Playing) {
    this.#platform = platform;
    this.#playing = playing;
  }

  /** Says so, from now on. */
  async open(): Promise<void> {
    await this.#beat();
    // It keeps no process going: one that could not listen ends all the same.
    this.#timer = setInterval(() => void this.#beat(), beatMs).unref();
  }

  /** The conversation is over, or left: somebody else may begin. */
  async free(who: Who): Promise<void> {
    await this.#write(() => this.#platform.db.system((tx) => freePlace(tx, who)));
  }

  /** Others play from here on; the places go with their learners. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#write(() => this.#platform.db.system((tx) => removeProcess(tx, this.#id)));
  }

  async #beat(): Promise<void> {
    const { db, clock, config } = this.#platform;
    const sessions = this.#playing.sessions();
    const most = this.#playing.isBusy() ? Math.min(sessions.length, config.liveSessionsMost) : config.liveSessionsMost;
    const now = clock.now();
    await this.#write(() =>
      db.system(async (tx) => {
        await announceProcess(tx, this.#id, most, now);
        await keepPlaces(tx, sessions, now, now + placeMs);
      }),
    );
  }

  /** A database that does not answer must not end conversations that go on. */
  async #write(work: () => Promise<void>): Promise<void> {
    await work().catch((error: unknown) => this.#platform.log.warn({ err: error }, 'places of live sessions were not written'));
  }
}
