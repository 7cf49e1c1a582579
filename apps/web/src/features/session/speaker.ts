import type { MouthShape } from '../../avatar/pose.ts';

/** The sound of the persona's turn, as far as the screen needs it. */
export interface SoundNow {
  /** The turn whose sound is played or held; null without one. */
  readonly seq: number | null;
  /** Where it stands in its words: the character at which the one that is said begins. */
  readonly at: number;
  readonly held: boolean;
  /** The browser waits for a touch before it lets anything be heard. */
  readonly locked: boolean;
  /** The last turn that was heard to its end. */
  readonly ended: number;
  /** The last turn of which no sound came. */
  readonly silent: number;
}

export const quiet: SoundNow = { seq: null, at: 0, held: false, locked: false, ended: 0, silent: 0 };

/** Whoever says the persona's words on this stage: the server's voice, or one of the browser's. */
export interface Speaker {
  readonly state: () => SoundNow;
  readonly subscribe: (listener: () => void) => () => void;
  /** The mouth of what is heard now; left out, the mouth follows the words. */
  readonly mouthAt: (() => MouthShape | undefined) | undefined;
  /** Silent at once; `goOn` takes up where it stood. What was heard by then; null when nothing is being said. */
  hold(): ({ readonly seq: number } & ({ readonly playedMs: number } | { readonly heardCharacters: number })) | null;
  goOn(): void;
  stop(): void;
  /** To be called from a click or a key. */
  readonly unlock: () => Promise<void>;
  close(): void;
}
