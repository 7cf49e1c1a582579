import type { Turn } from '@coachvisio/contract/conversation.ts';
import type { CloseReason, LiveClientFrame, LiveServerFrame } from '@coachvisio/contract/live-protocol.ts';
import type { Sound, VoiceOffer } from '@coachvisio/contract/speech.ts';
import type { Hear, Speak } from '@coachvisio/engine/ports.ts';
import { nextWake } from '@coachvisio/engine/turn/clock.ts';
import type { Effect, SessionEvent } from '@coachvisio/engine/turn/events.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Logger } from '../../platform/log.ts';
import { type Play, TakenOver } from '../session/index.ts';
import type { TurnWatch } from '../usage/index.ts';
import { findHint } from './find-hint.ts';
import { clockOf, outcomeOf, turnFrame, welcomeFrame } from './frames.ts';
import { hearLearner } from './hear-learner.ts';
import type { LearnerEar } from './learner-ear.ts';
import type { Listener, SoundWish } from './listener.ts';
import { type CutAt, PersonaMouth } from './persona-mouth.ts';
import type { HeardSound, HeardTurn } from './turn-sound.ts';
import type { Voice } from './voice-directive.ts';

/** Who speaks and who hears here, in the order in which they are tried. */
export interface SoundParts {
  readonly voices: readonly Speak[];
  readonly hear: Hear | null;
}

/** How often it is told that the learner speaks: silence counts in seconds. */
const hearingEveryMs = 1000;

export interface LiveSessionParts {
  readonly play: Play;
  readonly voice: Voice | null;
  readonly sound: SoundParts;
  /** Sees every frame, and measures how long the learner waits. */
  readonly watch: TurnWatch;
  /** Whether sound is handed on to {@link onTurnSound}; elsewhere it is let go as soon as it was heard. */
  readonly keepsSound: boolean;
  readonly onTurnSound: (sound: Omit<HeardTurn, 'org' | 'session'>) => void;
  readonly clock: Clock;
  readonly log: Logger;
  readonly resumeToken: () => string;
  /** Why this process may not write the session any more, once it was told so. */
  readonly whyTaken: () => Promise<CloseReason>;
  /** Called when nothing is left to do here: over, taken over, or failed. */
  readonly onGone: () => void;
}

/**
 * Carries out what the turn machine decides, one event after the other: makes it durable, voices it, tells the listener.
 * It decides nothing itself.
 */
export class LiveSession {
  readonly #parts: LiveSessionParts;
  #listener: Listener | null = null;
  #queue: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;
  #wish: SoundWish = { speak: false, hear: false };
  readonly #mouth: PersonaMouth;
  readonly #ear: LearnerEar | null;
  /** When the learner was last told to be speaking. */
  #heardAt = 0;
  #keepsSound: boolean;
  #gone = false;

  constructor(parts: LiveSessionParts) {
    this.#parts = parts;
    this.#keepsSound = parts.keepsSound;
    const { hear, voices } = parts.sound;
    this.#mouth = new PersonaMouth({
      ...parts,
      voices: () => (this.#wish.speak ? voices : []),
      send: (frame) => this.#send(frame),
      sound: (bytes) => this.#listener?.sound(bytes),
      onWorded: (spoke) => this.#enqueue(() => this.#happen(spoke)),
      onFailed: (error) => this.#fail(error),
      keepsSound: () => this.#keepsSound,
      onHeard: (seq, sound) => this.#handOn(sound, (turn) => turn.seq === seq && turn.who === 'persona'),
    });
    this.#ear =
      hear &&
      hearLearner({
        ...parts,
        hear,
        mouth: this.#mouth,
        send: (frame) => this.#send(frame),
        onSaid: (said, sound) => {
          this.#enqueue(() => this.#happen(said));
          if (this.#keepsSound) this.#handOn(sound(), (turn) => turn.clientTurnId === said.clientTurnId);
        },
        onInterrupted: (cut) => this.#enqueue(() => this.#interrupt(cut, parts.clock.now())),
      });
  }

  /**
   * Takes a listener on; the one before is told that the session moved. Goes on where the conversation stood. False when
   * this process has given the session up: it has to be opened again.
   */
  attach(listener: Listener, lastSeq: number, wish: SoundWish): boolean {
    if (this.#gone) return false;
    this.#listener?.close('moved');
    this.#listener = listener;
    this.#wish = wish;
    this.#ear?.stop();
    this.#enqueue(async () => {
      if (this.#listener !== listener) return;
      listener.send(welcomeFrame(this.#parts.play, lastSeq, this.#parts.resumeToken(), this.#offer(), this.#parts.clock.now()));
      await this.#happen({ type: 'learner.came', at: this.#parts.clock.now() });
      const { snapshot } = this.#parts.play;
      if (snapshot.status === 'ready') await this.#happen({ type: 'begun', at: this.#parts.clock.now() });
      // A reply that was decided before a crash, and never said, is said now.
      else if (snapshot.due) {
        if (!this.#mouth.tellAgain()) {
          this.#mouth.begin(snapshot.due.seq, snapshot.due.directive);
          this.#mouth.letHear(snapshot.due.seq);
        }
      }
      if (snapshot.status === 'ended') this.#finish('told again');
    });
    return true;
  }

  detach(listener: Listener): void {
    if (this.#listener !== listener) return;
    this.#listener = null;
    if (this.#parts.play.snapshot.status === 'ended') this.leave();
    else this.#enqueue(() => this.#learnerLeft());
  }

  /** Written down, so that whoever goes on from here knows since when nobody was there. */
  async #learnerLeft(): Promise<void> {
    const { play, clock } = this.#parts;
    if (play.snapshot.status === 'live') {
      play.decide({ type: 'learner.left', at: clock.now() });
      await play.commit([]);
      this.#setTimer();
    } else if (!this.#listener) this.leave();
  }

  /** A frame of the client, after `hello`. */
  take(frame: Exclude<LiveClientFrame, { type: 'hello' }>): void {
    const at = this.#parts.clock.now();
    const { play } = this.#parts;
    this.#parts.watch.took(frame);
    switch (frame.type) {
      case 'ping':
        this.#send({ type: 'pong', at: frame.at });
        return;
      case 'hint': {
        const hint = findHint(play.scene, play.snapshot.persona);
        if (hint) this.#send({ type: 'hint', text: hint });
        return;
      }
      case 'say':
        this.#enqueue(() => this.#say(frame.clientTurnId, frame.text, at));
        return;
      case 'interrupt':
        this.#enqueue(() => this.#interrupt(frame, at));
        return;
      case 'heard':
        this.#mouth.played(frame.seq);
        this.#enqueue(() => this.#happen({ type: 'persona.heard', seq: frame.seq, at }));
        return;
      case 'voice':
        this.#wish = { ...this.#wish, speak: frame.speak };
        if (!frame.speak) this.#mouth.quiet();
        return;
      case 'utterance':
        if (this.#wish.hear && play.snapshot.status === 'live') this.#ear?.take(frame);
        return;
      case 'composing':
        this.#enqueue(() => this.#happen({ type: 'learner.composing', at }));
        return;
      case 'pause':
        this.#enqueue(() => this.#happen({ type: 'paused', at }));
        return;
      case 'resume':
        this.#enqueue(() => this.#happen({ type: 'resumed', at }));
        return;
      case 'end':
        this.#enqueue(() => this.#happen({ type: 'ended', at }));
    }
  }

  /** Sound of the learner's microphone. */
  hearSound(sound: Sound): void {
    if (!this.#wish.hear || !this.#ear) return;
    this.#ear.sound(sound);
    const at = this.#parts.clock.now();
    if (this.#ear.number === null || at - this.#heardAt < hearingEveryMs) return;
    this.#heardAt = at;
    // Whoever speaks is not silent.
    this.#enqueue(() => this.#happen({ type: 'learner.composing', at }));
  }

  /** The learner agreed to have the sound kept from here on, or does not any more. */
  keepSound(keeps: boolean): void {
    this.#keepsSound = keeps;
  }

  /** The debrief was written: the last thing that a listener hears. */
  reportIsReady(): void {
    this.#send({ type: 'report', state: 'ready' });
    this.#listener?.close('ended');
    this.leave();
  }

  /** A request ended the session; this process only learns of it. */
  endedElsewhere(): void {
    if (this.#parts.play.snapshot.status !== 'ended') this.leave('ended');
  }

  /** Lets what was decided be written down, then sends the learner elsewhere. */
  async drain(): Promise<void> {
    this.#enqueue(() => this.#learnerLeft());
    await this.#queue;
    this.leave('restart');
  }

  /** Gives the session up: the listener is told why, and may come back elsewhere. */
  leave(reason?: CloseReason): void {
    if (this.#gone) return;
    this.#gone = true;
    clearTimeout(this.#timer);
    this.#ear?.stop();
    this.#mouth.stop();
    if (reason) this.#listener?.close(reason);
    this.#listener = null;
    this.#parts.onGone();
  }

  async #say(clientTurnId: string, sent: string, at: number): Promise<void> {
    // No database keeps a NUL or half a character; a turn that cannot be written would be sent again for ever.
    const text = sent.replaceAll('\0', '').toWellFormed();
    const known = this.#parts.play.turns.find((turn) => turn.clientTurnId === clientTurnId);
    // Sent again after a reconnection: it is durable already.
    if (known) this.#send({ type: 'committed', turn: known, clientTurnId });
    else {
      this.#ear?.stop();
      const playing = this.#mouth.playing;
      if (playing) await this.#interrupt(playing, at);
      await this.#happen({ type: 'learner.said', clientTurnId, text, spoken: this.#mouth.heardSoFar(), at });
    }
  }

  /** What is still being said when the learner speaks was heard as far as it was played. */
  async #interrupt(cut: CutAt, at: number): Promise<void> {
    const heard = this.#mouth.cut(cut);
    if (heard !== null) await this.#happen({ type: 'persona.interrupted', seq: cut.seq, heard, at });
  }

  /** Once what was decided by now is durable; of sound that became no turn nothing is handed on. */
  #handOn(sound: HeardSound, isIts: (turn: Turn) => boolean): void {
    void this.#queue.then(() => {
      const turn = this.#parts.play.turns.find(isIts);
      if (turn) this.#parts.onTurnSound({ ...sound, seq: turn.seq, who: turn.who });
    });
  }

  #enqueue(work: () => Promise<void>): void {
    this.#queue = this.#queue.then(() => (this.#gone ? undefined : work())).catch((error: unknown) => this.#fail(error));
  }

  async #happen(event: SessionEvent): Promise<void> {
    const { play } = this.#parts;
    const effects = play.decide(event);
    if (effects.some((effect) => effect.do === 'hush')) this.#mouth.hush();
    // The reply begins to be thought of while the turn is written; nobody hears it before that is done.
    for (const effect of effects) if (effect.do === 'act') this.#mouth.begin(effect.seq, effect.directive);
    if (effects.some((effect) => effect.do === 'commit' || effect.do === 'trim')) await play.commit(effects);
    for (const effect of effects) this.#carryOut(effect);
    // Nobody is there and nothing will happen by itself: whoever comes back finds it in the database.
    if (!this.#listener && play.snapshot.status !== 'live') this.leave();
    this.#setTimer();
  }

  #carryOut(effect: Effect): void {
    switch (effect.do) {
      case 'commit':
        if (effect.turn) this.#send(turnFrame(effect.turn, this.#parts.play.snapshot.floor));
        return;
      case 'trim': {
        const turn = this.#parts.play.turns.find(({ seq }) => seq === effect.seq);
        if (turn) this.#send(turnFrame(turn, this.#parts.play.snapshot.floor));
        return;
      }
      case 'act':
        this.#mouth.letHear(effect.seq);
        return;
      case 'notice':
        this.#send({ type: 'notice', code: effect.code, ...(effect.clientTurnId === undefined ? {} : { clientTurnId: effect.clientTurnId }) });
        return;
      case 'status':
        this.#send({ type: 'clock', clock: clockOf(this.#parts.play.snapshot, this.#parts.clock.now()), status: this.#parts.play.snapshot.status });
        return;
      case 'finish':
        this.#finish('first time');
        return;
      case 'hush':
    }
  }

  #offer(): VoiceOffer {
    const { voices, hear } = this.#parts.sound;
    return { speak: voices[0]?.source ?? null, hear: hear && { verbatim: hear.verbatim } };
  }

  #setTimer(): void {
    clearTimeout(this.#timer);
    const wake = nextWake(this.#parts.play.snapshot);
    if (!wake || this.#gone) return;
    this.#timer = setTimeout(
      () => this.#enqueue(() => this.#happen({ type: wake.type, at: this.#parts.clock.now() })),
      Math.max(0, wake.at - this.#parts.clock.now()) + 5,
    );
  }

  /** A listener that sees it end stays for the debrief; one that comes later reads it, and where nothing was said there is none. */
  #finish(telling: 'first time' | 'told again'): void {
    this.#send({ type: 'clock', clock: clockOf(this.#parts.play.snapshot, this.#parts.clock.now()), status: 'ended' });
    this.#ear?.stop();
    this.#mouth.hurry();
    const outcome = outcomeOf(this.#parts.play);
    if (outcome) this.#send({ type: 'ended', outcome });
    const awaitsReport = telling === 'first time' && this.#parts.play.turns.some((turn) => turn.who === 'learner');
    if (!this.#listener || !awaitsReport) this.leave('ended');
  }

  #fail(error: unknown): void {
    if (error instanceof TakenOver) {
      this.#parts.whyTaken().then(
        (reason) => this.leave(reason),
        () => this.leave('failed'),
      );
      return;
    }
    this.#parts.log.error(
      // As `err`: a failed statement quotes what was to be written, and only that field is stripped of it.
      { session: this.#parts.play.id, err: error },
      'a live session failed; the client comes back to what was committed',
    );
    this.leave('failed');
  }

  #send(frame: LiveServerFrame): void {
    this.#parts.watch.sent(frame);
    this.#listener?.send(frame);
  }
}
