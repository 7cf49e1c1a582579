/** The browser's own recogniser, as far as it is used here; browsers name it in two ways, and TypeScript in none. */
interface Recogniser extends EventTarget {
  lang: string;
  continuous: boolean;
  interimResults: boolean;
  maxAlternatives: number;
  start(): void;
  abort(): void;
}

type Result = ArrayLike<{ readonly transcript: string }> & { readonly isFinal: boolean };

/** Typed as far as it is read: in some browsers the results are of no class that a page can name. */
interface Results extends Event {
  readonly results: ArrayLike<Result>;
}

const textOf = (result: Result | undefined): string => (result?.[0]?.transcript ?? '').trim();

/**
 * Why it understands nothing: the learner or the system said no to the microphone or to the service; there is no microphone;
 * its service, which is elsewhere, cannot be reached; it does not know the language; the browser has none.
 */
export type RecogniserProblem = 'refused' | 'no_microphone' | 'unreachable' | 'language' | 'unsupported';

export interface RecogniserListener {
  /** What is understood so far of what is being said; it may still change. */
  readonly onInterim: (text: string) => void;
  /** What will not change any more. */
  readonly onFinal: (text: string) => void;
  /** It has given up, and does not begin again by itself. */
  readonly onProblem: (problem: RecogniserProblem) => void;
}

const problems: ReadonlyMap<string, RecogniserProblem> = new Map([
  ['not-allowed', 'refused'],
  ['service-not-allowed', 'refused'],
  ['audio-capture', 'no_microphone'],
  ['network', 'unreachable'],
  ['language-not-supported', 'language'],
]);

/** Browsers end it after a minute or a silence: it begins again, but not faster than this when it ends at once. */
const firstAgainMs = 100;
const slowestAgainMs = 5000;
/** Ended so often without a word in between, and each time at once or for want of a network, it does not work here. */
const mostFutile = 6;
const atOnceMs = 1000;
/** Some browsers give a final twice, or one more with all that was said before in front of it: nobody says that again so soon. */
const againMs = 500;

type Make = new () => Recogniser;

const isMake = (value: unknown): value is Make => typeof value === 'function';

const maker = (): Make | null => ['SpeechRecognition', 'webkitSpeechRecognition'].map((name): unknown => Reflect.get(globalThis, name)).find(isMake) ?? null;

export const recogniserAvailable = (): boolean => maker() !== null;

/** Understands by the browser. In most browsers the sound goes to their maker: whoever offers this says so. */
export class BrowserRecogniser {
  readonly #listener: RecogniserListener;
  readonly #language: string;
  readonly #make: Make | null;
  readonly #now: () => number;
  #recogniser: Recogniser | null = null;
  #again: ReturnType<typeof setTimeout> | undefined;
  #running = false;
  #startedAt = 0;
  #futile = 0;
  #networkFailed = false;
  /** Results of this recogniser that were handed on; what is not final before them is waited for. */
  #given = 0;
  #last = { text: '', at: -Infinity };
  /** What would be lost if it ended now. */
  #pending = '';

  /** `language` as in `fr-FR`. */
  constructor(language: string, listener: RecogniserListener, make: Make | null = maker(), now: () => number = () => performance.now()) {
    this.#language = language;
    this.#listener = listener;
    this.#make = make;
    this.#now = now;
  }

  start(): void {
    if (this.#running) return;
    if (!this.#make) return this.#listener.onProblem('unsupported');
    this.#running = true;
    this.#futile = 0;
    this.#listen(this.#make);
  }

  /** What is not final by now is thrown away. */
  stop(): void {
    this.#running = false;
    clearTimeout(this.#again);
    const recogniser = this.#recogniser;
    this.#recogniser = null;
    this.#pending = '';
    recogniser?.abort();
  }

  #listen(make: Make): void {
    const recogniser = new make();
    this.#recogniser = recogniser;
    this.#given = 0;
    this.#startedAt = this.#now();
    recogniser.lang = this.#language;
    recogniser.continuous = true;
    recogniser.interimResults = true;
    recogniser.maxAlternatives = 1;
    const isCurrent = (): boolean => this.#recogniser === recogniser;
    recogniser.addEventListener('result', (event) => isCurrent() && isResults(event) && this.#understand(event));
    recogniser.addEventListener('error', (event) => isCurrent() && this.#fail(event));
    recogniser.addEventListener('end', () => isCurrent() && this.#ended(make));
    try {
      recogniser.start();
    } catch {
      // Another page of this browser has it: later it may be free.
      this.#ended(make);
    }
  }

  /** The list is whole each time; what changed in it says nothing that the list does not. */
  #understand({ results }: Results): void {
    this.#futile = 0;
    for (; results[this.#given]?.isFinal; this.#given += 1) this.#give(textOf(results[this.#given]));
    this.#pending = Array.from({ length: Math.max(0, results.length - this.#given) }, (_, index) => textOf(results[this.#given + index]))
      .join(' ')
      .replaceAll(/\s+/g, ' ')
      .trim();
    this.#listener.onInterim(this.#pending);
  }

  #give(text: string): void {
    const { text: last, at } = this.#last;
    const isAgain = this.#now() - at < againMs && last !== '' && (text === last || text.startsWith(`${last} `));
    const fresh = isAgain ? text.slice(last.length).trim() : text;
    if (text !== '') this.#last = { text, at: this.#now() };
    if (fresh !== '') this.#listener.onFinal(fresh);
  }

  #fail(event: Event): void {
    const problem = problems.get('error' in event && typeof event.error === 'string' ? event.error : '');
    // Silence and an end are no failures: it begins again.
    if (!problem) return;
    // A network may come back; what was refused stays refused.
    if (problem === 'unreachable' && this.#futile < mostFutile) {
      this.#networkFailed = true;
      return;
    }
    this.stop();
    this.#listener.onProblem(problem);
  }

  #ended(make: Make): void {
    this.#recogniser = null;
    if (!this.#running) return;
    // It ended in the middle: no better word of it will come.
    const left = this.#pending;
    this.#pending = '';
    if (left !== '') this.#give(left);
    this.#futile = this.#networkFailed || this.#now() - this.#startedAt < atOnceMs ? this.#futile + 1 : 0;
    this.#networkFailed = false;
    if (this.#futile > mostFutile) {
      this.stop();
      return this.#listener.onProblem('unreachable');
    }
    this.#again = setTimeout(() => this.#listen(make), Math.min(slowestAgainMs, firstAgainMs * 2 ** Math.max(0, this.#futile - 1)));
  }
}

const isResults = (event: Event): event is Results => 'results' in event;
