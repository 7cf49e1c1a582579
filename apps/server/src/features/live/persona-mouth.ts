import type { Directive } from '@coachvisio/contract/conversation.ts';
import type { LiveNotice, LiveServerFrame } from '@coachvisio/contract/live-protocol.ts';
import { promptFor } from '@coachvisio/engine/acting/prompt.ts';
import { cutAtWord } from '@coachvisio/engine/speech/heard.ts';
import type { Speak } from '@coachvisio/engine/ports.ts';
import type { SessionEvent } from '@coachvisio/engine/turn/events.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Logger } from '../../platform/log.ts';
import type { Cue, Play } from '../session/index.ts';
import { Reply } from './reply.ts';
import { SpokenTurn } from './spoken-turn.ts';
import type { HeardSound } from './turn-sound.ts';
import type { Voice } from './voice-directive.ts';

export interface PersonaMouthParts {
  readonly play: Play;
  /** Words the replies; null leaves them to the bank. */
  readonly voice: Voice | null;
  /** Speak them, in the order in which they are tried; none shows the words only. */
  readonly voices: () => readonly Speak[];
  readonly clock: Clock;
  readonly log: Logger;
  readonly send: (frame: LiveServerFrame) => void;
  readonly sound: (bytes: Uint8Array) => void;
  readonly onWorded: (spoke: Extract<SessionEvent, { type: 'persona.spoke' }>) => void;
  readonly onFailed: (error: unknown) => void;
  /** Whether what is said from now on is held for {@link onHeard}. */
  readonly keepsSound: () => boolean;
  /** What was heard of a reply, once no more of it will be. */
  readonly onHeard: (seq: number, sound: HeardSound) => void;
}

/** What was heard of a reply, as a client or the clock tells it. */
export interface CutAt {
  readonly seq: number;
  readonly playedMs?: number | undefined;
  readonly heardCharacters?: number | undefined;
}

/** A guess at how long words are spoken, until the client says that they were heard: 14 characters a second, and a network. */
const msPerCharacter = 70;
const lateMs = 2_000;

/** Says what the persona is to say, one reply after the other: the one being worded, the one still played, the one thought of ahead. */
export class PersonaMouth {
  readonly #parts: PersonaMouthParts;
  #reply: Reply | null = null;
  /** Worded and durable; its sound may go on. */
  #played: Reply | null = null;
  /** A reply to what is probably the learner's turn, thought of before that is sure. */
  #prepared: Reply | null = null;

  constructor(parts: PersonaMouthParts) {
    this.#parts = parts;
  }

  /** Begins a reply, unheard. */
  begin(seq: number, directive: Directive): void {
    const reply = this.#preparedFor(seq, directive) ?? this.#word(seq, directive, this.#parts.play.cue);
    this.#handOn(this.#played);
    this.#played?.stop();
    this.#played = null;
    this.#reply = reply;
    reply.worded.then(
      ({ text, voicedBy, fellBack }) => {
        if (this.#reply !== reply) return;
        this.#reply = null;
        if (fellBack) this.#parts.send({ type: 'notice', code: 'model.fallback' });
        if (reply.aloud) this.#played = reply;
        const sound = reply.aloud ? { playsForMs: text.length * msPerCharacter + lateMs } : {};
        this.#parts.onWorded({ type: 'persona.spoke', seq, text, voicedBy, ...sound, at: this.#parts.clock.now() });
      },
      (error: unknown) => this.#parts.onFailed(error),
    );
  }

  /** What the reply answers is durable. */
  letHear(seq: number): void {
    if (this.#reply?.seq !== seq) return;
    this.#parts.send({ type: 'speaking', seq, expression: this.#reply.directive.expression });
    this.#reply.letHear();
  }

  /** Tells a new listener of the reply that is being said: its words so far; of its sound, what is still to come. False without one. */
  tellAgain(): boolean {
    const reply = this.#reply;
    if (!reply) return false;
    this.#parts.send({ type: 'speaking', seq: reply.seq, expression: reply.directive.expression });
    if (reply.text !== '') this.#parts.send({ type: 'words', seq: reply.seq, text: reply.text });
    return true;
  }

  /** The reply whose sound goes on after its words are durable, and how much of it was played by the clock. */
  get playing(): CutAt | null {
    return this.#played?.aloud ? { seq: this.#played.seq, playedMs: this.#played.aloud.playedMs } : null;
  }

  /** The reply that is being worded, or whose sound goes on. */
  get saying(): CutAt | null {
    return this.#reply ? { seq: this.#reply.seq } : this.playing;
  }

  /** What was heard by now of a reply that is still being worded. */
  heardSoFar(): string {
    return this.#reply?.heardOf(this.#reply.text) ?? '';
  }

  /** Stops a reply, and tells what was heard of it; null when it is not being said any more. */
  cut({ seq, playedMs, heardCharacters }: CutAt): string | null {
    const reply = this.#reply?.seq === seq ? this.#reply : this.#played;
    const worded = reply === this.#reply ? undefined : this.#parts.play.turns.find((turn) => turn.seq === seq)?.text;
    if (reply?.seq !== seq) {
      // A client that speaks the words itself says how many of them were heard.
      return worded === undefined || heardCharacters === undefined ? null : cutAtWord(worded, heardCharacters);
    }
    const heard = reply.heardOf(worded ?? reply.text, { playedMs, heardCharacters });
    this.#handOn(reply, playedMs);
    reply.stop();
    if (reply === this.#played) this.#played = null;
    return heard;
  }

  /** The client has played it to its end. */
  played(seq: number): void {
    if (this.#played?.seq !== seq) return;
    this.#handOn(this.#played, Number.POSITIVE_INFINITY);
    this.#played = null;
  }

  /** The words go on, the sound does not. */
  quiet(): void {
    this.#handOn(this.#played);
    this.#played?.aloud?.stop();
    this.#played = null;
    this.#reply?.aloud?.stop();
  }

  /** The reply that is being worded is not wanted any more. */
  hush(): void {
    this.#handOn(this.#reply);
    this.#reply?.stop();
    this.#reply = null;
  }

  /** The line will be closed: what is left of the sound goes out at once. */
  hurry(): void {
    this.#played?.aloud?.hurry();
  }

  stop(): void {
    this.#handOn(this.#played);
    for (const reply of [this.#reply, this.#played, this.#prepared]) reply?.stop();
  }

  /** Thinks of the reply to what is probably the turn, while the learner may still go on. */
  prepare(event: SessionEvent): void {
    this.forget();
    // While the persona is being cut in on, what was heard of it is not settled yet.
    if (this.#reply) return;
    const next = this.#parts.play.foresee(event);
    if (next) this.#prepared = this.#word(next.seq, next.directive, next.cue);
  }

  /** The learner goes on: what was thought of answers something else. */
  forget(): void {
    this.#prepared?.stop();
    this.#prepared = null;
  }

  #handOn(reply: Reply | null, playedMs?: number): void {
    const heard = reply?.aloud?.takeHeard(playedMs);
    if (reply && heard) this.#parts.onHeard(reply.seq, heard);
  }

  #preparedFor(seq: number, directive: Directive): Reply | null {
    const prepared = this.#prepared;
    this.#prepared = null;
    if (prepared?.seq === seq && JSON.stringify(prepared.directive) === JSON.stringify(directive)) return prepared;
    prepared?.stop();
    return null;
  }

  #word(seq: number, directive: Directive, cue: Cue): Reply {
    const { play, voice, voices, send } = this.#parts;
    const { scenario, persona, locale } = play.scene;
    const speakers = voices();
    return new Reply({
      seq,
      directive,
      stage: cue.stage,
      prompt: () => promptFor(scenario, persona, locale, cue.promptTurns(), directive),
      voice,
      aloud: speakers.length > 0 ? this.#aloud(seq, speakers) : null,
      onWords: (text) => send({ type: 'words', seq, text }),
    });
  }

  #aloud(seq: number, voices: readonly Speak[]): SpokenTurn {
    const { play, send, sound, clock } = this.#parts;
    const { persona, locale } = play.scene;
    const { gender, rate, pitch, pauseMs } = persona.voice;
    return new SpokenTurn({
      seq,
      voices,
      manner: { locale, persona: persona.slug, gender, rate, pitch },
      pauseMs,
      out: { send, sound },
      onTrouble: ({ name }, error, notice) => this.#tellTrouble(name, error, notice),
      now: () => clock.now(),
      holdsSound: this.#parts.keepsSound(),
    });
  }

  #tellTrouble(provider: string, error: unknown, notice: LiveNotice): void {
    this.#parts.log.warn({ session: this.#parts.play.id, provider, err: error }, 'a voice did not hold');
    this.#parts.send({ type: 'notice', code: notice });
  }
}
