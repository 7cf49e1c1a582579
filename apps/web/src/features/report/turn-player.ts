import type { RecordingTrack } from '@coachvisio/contract/recording.ts';

/** What a player needs of an audio element of the page. */
export type SoundElement = Pick<
  HTMLAudioElement,
  'src' | 'currentTime' | 'playbackRate' | 'defaultPlaybackRate' | 'play' | 'pause' | 'addEventListener' | 'removeAttribute' | 'load'
>;

export interface PlayerState {
  readonly playing: boolean;
  /** The turn that is heard, or would be next. */
  readonly seq: number;
  /** In the whole recording. */
  readonly atMs: number;
  readonly speed: number;
  readonly failed: boolean;
}

export const speeds = [0.8, 1, 1.25, 1.5] as const;

/** The track at this place of the recording, and how far into it. */
export function trackAt(tracks: readonly RecordingTrack[], ms: number): { readonly index: number; readonly intoMs: number } {
  const index = Math.max(
    0,
    tracks.findLastIndex(({ startMs }) => startMs <= ms),
  );
  const track = tracks[index];
  return { index, intoMs: track ? Math.max(0, Math.min(track.durationMs, ms - track.startMs)) : 0 };
}

/**
 * Plays the tracks of a recording one after the other, as one sound. It is a store: whoever shows something of it reads that
 * and nothing else, sixty times a second.
 */
export class TurnPlayer {
  readonly tracks: readonly RecordingTrack[];
  readonly wholeMs: number;
  readonly #audio: SoundElement;
  readonly #addressOf: (seq: number) => string;
  readonly #listeners = new Set<() => void>();
  #state: PlayerState;
  #index = 0;
  #loaded = -1;
  #frame = 0;

  constructor(tracks: readonly RecordingTrack[], addressOf: (seq: number) => string, audio: SoundElement = new Audio()) {
    this.tracks = tracks;
    const last = tracks.at(-1);
    this.wholeMs = last ? last.startMs + last.durationMs : 0;
    this.#addressOf = addressOf;
    this.#audio = audio;
    this.#state = { playing: false, seq: tracks[0]?.seq ?? 0, atMs: 0, speed: 1, failed: false };
    audio.addEventListener('ended', () => this.#next());
    audio.addEventListener('error', () => this.#fail());
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  get state(): PlayerState {
    return this.#state;
  }

  /** Goes on where it stands, or stops there. At the end it begins again. */
  toggle(): void {
    if (this.#state.playing) this.#pause();
    else if (this.#state.atMs >= this.wholeMs) this.playFrom(0);
    else this.playFrom(this.#state.atMs);
  }

  /** Plays one turn from here on, or stops when it is the one that is heard. */
  toggleTurn(seq: number, fromMs = 0): void {
    const track = this.tracks.find((one) => one.seq === seq);
    if (this.#state.playing && this.#state.seq === seq) this.#pause();
    else if (track) this.playFrom(track.startMs + Math.min(fromMs, track.durationMs));
  }

  playFrom(ms: number): void {
    this.#place(ms);
    this.#set({ playing: true, failed: false });
    this.#audio.play().catch((reason: unknown) => {
      // Somebody chose another place before this one was loaded.
      if (!(reason instanceof DOMException && reason.name === 'AbortError')) this.#fail();
    });
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(this.#follow);
  }

  seek(ms: number): void {
    if (this.#state.playing) this.playFrom(ms);
    else this.#place(ms);
  }

  setSpeed(speed: number): void {
    this.#audio.defaultPlaybackRate = speed;
    this.#audio.playbackRate = speed;
    this.#set({ speed });
  }

  /** Lets the sound go. */
  dispose(): void {
    this.#pause();
    this.#loaded = -1;
    this.#audio.removeAttribute('src');
    this.#audio.load();
  }

  #place(ms: number): void {
    const { index, intoMs } = trackAt(this.tracks, ms);
    const track = this.tracks[index];
    if (!track) return;
    this.#index = index;
    if (this.#loaded !== index) {
      this.#loaded = index;
      this.#audio.src = this.#addressOf(track.seq);
      this.#audio.playbackRate = this.#state.speed;
    }
    this.#audio.currentTime = intoMs / 1000;
    this.#set({ seq: track.seq, atMs: track.startMs + intoMs });
  }

  #next(): void {
    const following = this.tracks[this.#index + 1];
    if (following) this.playFrom(following.startMs);
    else {
      this.#pause();
      this.#set({ atMs: this.wholeMs });
    }
  }

  #pause(): void {
    cancelAnimationFrame(this.#frame);
    this.#audio.pause();
    this.#set({ playing: false });
  }

  #fail(): void {
    if (this.#loaded === -1) return;
    this.#pause();
    this.#loaded = -1;
    this.#set({ failed: true });
  }

  readonly #follow = (): void => {
    const track = this.tracks[this.#index];
    if (!this.#state.playing || !track) return;
    this.#set({ atMs: track.startMs + Math.min(track.durationMs, this.#audio.currentTime * 1000) });
    this.#frame = requestAnimationFrame(this.#follow);
  };

  #set(change: Partial<PlayerState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}
