import { createVisemeTrack } from '../../avatar/visemes.ts';
import type { MouthShape } from '../../avatar/pose.ts';
import type { LiveSocket } from '../../kit/live-socket.ts';
import { playLine } from '../../kit/voice/play-line.ts';
import { Player } from '../../kit/voice/player.ts';
import { quiet, type SoundNow, type Speaker } from './speaker.ts';

/** Plays the server's voice on a page, and tells the screen what is being said. Opened once, for as long as the stage is. */
export class StageVoice implements Speaker {
  readonly #listeners = new Set<() => void>();
  readonly player = new Player();
  readonly #hangUp: () => void;
  #now: SoundNow = quiet;
  #request = 0;
  #track: { readonly of: readonly object[]; readonly mouthAt: (ms: number) => MouthShape } | null = null;

  constructor(line: LiveSocket) {
    const stopLine = playLine(line, this.player);
    const stopWatching = this.player.subscribe({ onChanged: this.#look, onEnded: (seq) => this.#end(seq) });
    this.#hangUp = () => {
      stopLine();
      stopWatching();
      void this.player.close();
    };
    this.#look();
  }

  readonly state = (): SoundNow => this.#now;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly mouthAt = (): MouthShape | undefined => {
    const { seq, held } = this.player;
    if (seq === null || held) return undefined;
    const { visemes } = this.player;
    if (this.#track?.of !== visemes) this.#track = { of: visemes, mouthAt: createVisemeTrack(visemes) };
    return this.#track.mouthAt(this.player.playedMs(seq) ?? 0);
  };

  hold = (): { readonly seq: number; readonly playedMs: number } | null => this.player.hold();
  goOn = (): void => this.player.goOn();
  stop = (): void => this.player.stop();
  unlock = (): Promise<void> => this.player.unlock();

  close(): void {
    cancelAnimationFrame(this.#request);
    this.#hangUp();
    this.#listeners.clear();
  }

  /** Follows the words for as long as there are some: the screen is told once for each of them. */
  readonly #look = (): void => {
    cancelAnimationFrame(this.#request);
    const { seq, held, locked } = this.player;
    const before = this.#now;
    const at = seq === null ? 0 : Math.max(this.player.wordAt()?.from ?? 0, seq === before.seq ? before.at : 0);
    // Cut off, it was heard as far as it went: nothing more of it comes.
    const over = before.seq !== null && seq !== before.seq ? { ended: before.seq } : {};
    if (seq !== before.seq || at !== before.at || held !== before.held || locked !== before.locked) this.#tell({ seq, at, held, locked, ...over });
    if (seq !== null && !held) this.#request = requestAnimationFrame(this.#look);
  };

  #end(seq: number): void {
    const wasHeard = this.#now.seq === seq || this.#now.ended === seq;
    this.#tell(wasHeard ? { ended: seq } : { silent: seq });
  }

  #tell(change: Partial<SoundNow>): void {
    this.#now = { ...this.#now, ...change };
    for (const listener of this.#listeners) listener();
  }
}
