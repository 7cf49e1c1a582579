/** The browser's own recogniser, as far as it is used here; browsers name it in two ways, and TypeScript in none. */
interface Recogniser extends EventTarget {
  lang: string;
  continuous: boolean;
  interimResults: boolean;
  maxAlternatives: number;
  start(): void;
  abort(): void;
}

/** Typed as far as it is read: in some browsers the results are of no class that a page can name. */
interface Results extends Event {
  readonly resultIndex: number;
  readonly results: ArrayLike<ArrayLike<{ readonly transcript: string }> & { readonly isFinal: boolean }>;
}

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
    recogniser?.abort();
  }

  #listen(make: Make): void {
    const recogniser = new make();
    this.#recogniser = recogniser;
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

  #understand({ results, resultIndex }: Results): void {
    this.#futile = 0;
    let interim = '';
    for (let index = resultIndex; index < results.length; index += 1) {
      const result = results[index];
      const text = result?.[0]?.transcript ?? '';
      if (!result?.isFinal) interim += text;
      else if (text.trim() !== '') this.#listener.onFinal(text.trim());
    }
    this.#listener.onInterim(interim.trim());
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
    this.#futile = this.#networkFailed || this.#now() - this.#startedAt < atOnceMs ? this.#futile + 1 : 0;
    this.#networkFailed = false;
    if (this.#futile > mostFutile) {
      this.stop();
      return this.#listener.onProblem('unreachable');
    }
    this.#again = setTimeout(() => this.#listen(make), Math.min(slowestAgainMs, firstAgainMs * 2 ** Math.max(0, this.#futile - 1)));
  }
}

const isResults = (event: Event): event is Results => 'results' in event && 'resultIndex' in event;
