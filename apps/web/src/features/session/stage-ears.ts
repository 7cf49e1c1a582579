import type { Locale } from '@coachvisio/contract/locale.ts';
import type { LiveSocket } from '../../kit/live-socket.ts';
import type { Preferences } from '../../kit/preferences.ts';
import type { RecogniserProblem } from '../../kit/voice/browser-recogniser.ts';
import { type Microphone, MicrophoneProblem, type MicrophoneProblemReason, openMicrophone } from '../../kit/voice/capture.ts';
import { LearnerEars } from '../../kit/voice/ears.ts';
import type { Player } from '../../kit/voice/player.ts';
import { BrowserEar } from './browser-ear.ts';
import type { Speaker } from './speaker.ts';
import { StageVoice } from './stage-voice.ts';

/** `off`: this session is typed. `hearing`: the learner is speaking. */
export type MicState = 'off' | 'asking' | 'open' | 'hearing' | 'muted' | 'refused';

export interface EarsNow {
  readonly state: MicState;
  /** Why there is no microphone. */
  readonly problem: MicrophoneProblemReason | 'lost' | null;
  /** Words that the browser understands; the server's come on the line. */
  readonly words: string;
  /** What goes wrong though the microphone is open: the persona is cut off by its own sound; words were lost with the line. */
  readonly trouble: 'echo' | 'unheard' | null;
}

export interface EarsWish {
  readonly line: LiveSocket;
  readonly by: Preferences['ear'];
  readonly speaker: Speaker | null;
  readonly locale: Locale;
  readonly settings: Pick<Preferences, 'microphone' | 'noisyRoom' | 'pushToTalk'>;
}

const off: EarsNow = { state: 'off', problem: null, words: '', trouble: null };

/** Nobody's sound is held: a page without a player. */
const noPlayer = { hold: () => null, goOn: () => undefined, letPass: () => undefined };

const reasons: Readonly<Record<RecogniserProblem, MicrophoneProblemReason>> = {
  refused: 'refused',
  no_microphone: 'none',
  unreachable: 'unsupported',
  language: 'unsupported',
  unsupported: 'unsupported',
};

/** A voice that begins stops the persona by the shortest way, from one sound thread to the other. */
function connect(microphone: Microphone, player: Player): void {
  const { port1, port2 } = new MessageChannel();
  microphone.reach(port1);
  player.guard(port2);
}

const floorDb = -60;
const topDb = -18;

/** The learner's ears on a stage: the microphone to the server, or the browser's own recogniser. */
export class StageEars {
  readonly #listeners = new Set<() => void>();
  #now: EarsNow = off;
  #wish: EarsWish | null = null;
  #close: () => void = () => undefined;
  #microphone: Microphone | null = null;
  #ears: LearnerEars | null = null;
  #browser: BrowserEar | null = null;

  readonly state = (): EarsNow => this.#now;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Level of the microphone, 0 to 1. */
  readonly level = (): number => Math.min(1, Math.max(0, ((this.#microphone?.level() ?? floorDb) - floorDb) / (topDb - floorDb)));

  /** Returns what closes them. */
  open(wish: EarsWish): () => void {
    this.#wish = wish;
    this.#listen();
    return () => {
      this.#wish = null;
      this.#close();
      // What was lost with the line is still to be read when the conversation comes back paused.
      this.#tell({ ...off, trouble: this.#now.trouble });
    };
  }

  readonly toggle = (): void => {
    if (this.#now.state === 'refused') this.#listen();
    else if (this.#browser) {
      this.#close();
      this.#tell({ state: 'muted', words: '' });
    } else if (this.#ears) this.#ears.mute(!this.#ears.muted);
    else this.#listen();
  };

  readonly press = (): void => this.#ears?.press();
  readonly release = (): void => this.#ears?.release();

  /** The learner has read what goes wrong. */
  readonly closeTrouble = (): void => this.#tell({ trouble: null });

  /** What was said so far is the turn. */
  readonly finish = (): void => {
    this.#ears?.iHaveFinished();
    this.#browser?.finish();
  };

  /** The learner typed: what was being heard is void. */
  readonly typed = (): void => {
    this.#ears?.typed();
    this.#browser?.forget();
  };

  #listen(): void {
    this.#close();
    if (this.#wish?.by === 'server') this.#openMicrophone(this.#wish);
    else if (this.#wish?.by === 'browser') this.#openBrowser(this.#wish);
  }

  #openMicrophone({ line, speaker, settings }: EarsWish): void {
    const stop = new AbortController();
    const { microphone: deviceId, noisyRoom, pushToTalk } = settings;
    this.#tell({ state: 'asking', problem: null, words: '' });
    openMicrophone({ deviceId: deviceId === '' ? undefined : deviceId, noisyRoom, signal: stop.signal }).then(
      (microphone) => {
        if (stop.signal.aborted) return microphone.close();
        const player = speaker instanceof StageVoice ? speaker.player : null;
        if (player) connect(microphone, player);
        const ears = new LearnerEars({
          microphone,
          line,
          player: player ?? noPlayer,
          mode: pushToTalk ? 'push' : 'detect',
          listening: true,
          onChanged: () => this.#tell({ state: ears.muted ? 'muted' : ears.hearing ? 'hearing' : 'open' }),
          onLost: () => this.#refuse('lost'),
          onEcho: () => this.#tell({ trouble: 'echo' }),
          onUnheard: () => this.#tell({ trouble: 'unheard' }),
        });
        this.#microphone = microphone;
        this.#ears = ears;
        this.#tell({ state: 'open' });
      },
      (error: unknown) => {
        if (!stop.signal.aborted) this.#refuse(error instanceof MicrophoneProblem ? error.reason : 'unsupported');
      },
    );
    this.#close = () => {
      stop.abort();
      this.#ears?.close();
      this.#microphone?.close();
      this.#ears = null;
      this.#microphone = null;
      this.#close = () => undefined;
    };
  }

  #openBrowser({ line, speaker, locale }: EarsWish): void {
    this.#tell({ state: 'open', problem: null, words: '' });
    const browser = new BrowserEar({
      line,
      locale,
      speaker,
      onWords: (words) => this.#tell({ words, state: words === '' ? 'open' : 'hearing' }),
      onProblem: (problem) => this.#refuse(reasons[problem]),
    });
    this.#browser = browser;
    this.#close = () => {
      this.#browser = null;
      this.#close = () => undefined;
      browser.close();
    };
  }

  #refuse(problem: EarsNow['problem']): void {
    this.#close();
    this.#tell({ state: 'refused', problem, words: '' });
  }

  #tell(change: Partial<EarsNow>): void {
    this.#now = { ...this.#now, ...change };
    for (const listener of this.#listeners) listener();
  }
}
