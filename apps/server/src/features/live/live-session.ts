import type { Directive, Turn } from '@coachvisio/contract/conversation.ts';
import type { LiveClientFrame, LiveServerFrame } from '@coachvisio/contract/live-protocol.ts';
import { liveProtocolVersion } from '@coachvisio/contract/live-protocol.ts';
import type { CloseReason } from '@coachvisio/contract/live-protocol.ts';
import { promptFor } from '@coachvisio/engine/acting/prompt.ts';
import { elapsedAt, nextWake } from '@coachvisio/engine/turn/clock.ts';
import type { Effect, SessionEvent } from '@coachvisio/engine/turn/events.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Logger } from '../../platform/log.ts';
import { type Play, presentOutcome, TakenOver } from '../session/index.ts';
import { findHint } from './find-hint.ts';
import { type Voice, voiceDirective } from './voice-directive.ts';

/** Whoever listens to a live session: one socket at a time. */
export interface Listener {
  send(frame: LiveServerFrame): void;
  close(reason: CloseReason): void;
}

/** A reply that is being voiced. */
interface Speaking {
  readonly seq: number;
  readonly expression: Directive['expression'];
  readonly abort: AbortController;
  text: string;
  /** May be heard: what it answers is durable. Nothing of it is sent, and it does not end, before. */
  heard: boolean;
  readonly mayBeHeard: PromiseWithResolvers<void>;
}

export interface LiveSessionParts {
  readonly play: Play;
  readonly voice: Voice | null;
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
  #speaking: Speaking | null = null;
  #gone = false;

  constructor(parts: LiveSessionParts) {
    this.#parts = parts;
  }

  /**
   * Takes a listener on; the one before is told that the session moved. Goes on where the conversation stood. False when
   * this process has given the session up: it has to be opened again.
   */
  attach(listener: Listener, lastSeq: number): boolean {
    if (this.#gone) return false;
    this.#listener?.close('moved');
    this.#listener = listener;
    this.#enqueue(async () => {
      if (this.#listener !== listener) return;
      listener.send(this.#welcome(lastSeq));
      await this.#happen({ type: 'learner.came', at: this.#parts.clock.now() });
      const { snapshot } = this.#parts.play;
      if (snapshot.status === 'ready') await this.#happen({ type: 'begun', at: this.#parts.clock.now() });
      // A reply that was decided before a crash, and never said, is said now.
      else if (snapshot.due && !this.#speaking) {
        this.#voice(snapshot.due.seq, snapshot.due.directive);
        this.#letHear(snapshot.due.seq);
      } else if (this.#speaking) this.#tellSpeaking(this.#speaking.seq, this.#speaking.text);
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
      case 'interrupt': {
        const heard = this.#speaking?.seq === frame.seq ? this.#speaking.text.slice(0, frame.heardCharacters) : '';
        this.#enqueue(() => this.#happen({ type: 'persona.interrupted', seq: frame.seq, heard, at }));
        return;
      }
      case 'heard':
        this.#enqueue(() => this.#happen({ type: 'persona.heard', seq: frame.seq, at }));
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
    this.#speaking?.abort.abort();
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
    else await this.#happen({ type: 'learner.said', clientTurnId, text, spoken: this.#speaking?.text ?? '', at });
  }

  #enqueue(work: () => Promise<void>): void {
    this.#queue = this.#queue.then(() => (this.#gone ? undefined : work())).catch((error: unknown) => this.#fail(error));
  }

  async #happen(event: SessionEvent): Promise<void> {
    const { play } = this.#parts;
    const effects = play.decide(event);
    if (effects.some((effect) => effect.do === 'hush')) this.#hush();
    // The voice begins to think while the turn is written; nobody hears it before that is done.
    for (const effect of effects) if (effect.do === 'act') this.#voice(effect.seq, effect.directive);
    if (effects.some((effect) => effect.do === 'commit')) await play.commit(effects);
    for (const effect of effects) this.#carryOut(effect);
    // Nobody is there and nothing will happen by itself: whoever comes back finds it in the database.
    if (!this.#listener && play.snapshot.status !== 'live') this.leave();
    this.#setTimer();
  }

  #carryOut(effect: Effect): void {
    switch (effect.do) {
      case 'commit':
        if (effect.turn) this.#tellTurn(effect.turn);
        return;
      case 'act':
        this.#letHear(effect.seq);
        return;
      case 'notice':
        this.#send({ type: 'notice', code: effect.code, ...(effect.clientTurnId === undefined ? {} : { clientTurnId: effect.clientTurnId }) });
        return;
      case 'status':
        this.#send({ type: 'clock', clock: this.#clock(), status: this.#parts.play.snapshot.status });
        return;
      case 'finish':
        this.#finish('first time');
        return;
      case 'hush':
    }
  }

  /** Begins to word a reply, unheard. */
  #voice(seq: number, directive: Directive): void {
    const { play, voice, clock } = this.#parts;
    const { expression } = directive;
    const speaking: Speaking = { seq, expression, abort: new AbortController(), text: '', heard: false, mayBeHeard: Promise.withResolvers() };
    this.#speaking = speaking;
    const prompt = () => promptFor(play.scene.scenario, play.scene.persona, play.scene.locale, play.promptTurns, directive);
    void voiceDirective(directive, play.stage, prompt, voice, speaking.abort.signal, (text) => {
      if (this.#speaking !== speaking) return;
      speaking.text += text;
      if (speaking.heard) this.#send({ type: 'words', seq, text });
    }).then(
      async ({ text, voicedBy, fellBack }) => {
        await speaking.mayBeHeard.promise;
        if (this.#speaking !== speaking) return;
        this.#speaking = null;
        if (fellBack) this.#send({ type: 'notice', code: 'model.fallback' });
        this.#enqueue(() => this.#happen({ type: 'persona.spoke', seq, text, voicedBy, at: clock.now() }));
      },
      (error: unknown) => this.#fail(error),
    );
  }

  #letHear(seq: number): void {
    const speaking = this.#speaking;
    if (speaking?.seq !== seq) return;
    speaking.heard = true;
    this.#send({ type: 'speaking', seq, expression: speaking.expression });
    if (speaking.text !== '') this.#send({ type: 'words', seq, text: speaking.text });
    speaking.mayBeHeard.resolve();
  }

  #hush(): void {
    this.#speaking?.abort.abort();
    this.#speaking = null;
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
    this.#send({ type: 'clock', clock: this.#clock(), status: 'ended' });
    const outcome = this.#outcome();
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
    this.#listener?.send(frame);
  }

  #tellTurn(turn: Turn): void {
    if (turn.who === 'persona') this.#send({ type: 'spoken', turn, floor: this.#parts.play.snapshot.floor });
    else this.#send({ type: 'committed', turn, clientTurnId: turn.clientTurnId ?? '' });
  }

  #tellSpeaking(seq: number, text: string): void {
    this.#send({ type: 'speaking', seq, expression: this.#parts.play.snapshot.due?.directive.expression ?? 'neutral' });
    if (text !== '') this.#send({ type: 'words', seq, text });
  }

  #clock() {
    const { snapshot } = this.#parts.play;
    return { elapsedMs: elapsedAt(snapshot, this.#parts.clock.now()), durationMs: snapshot.durationMs, running: snapshot.runningSinceAt !== null };
  }

  #outcome() {
    const { snapshot, scene } = this.#parts.play;
    return snapshot.outcome ? presentOutcome(scene.scenario.slug, scene.locale, snapshot.outcome.exit, snapshot.outcome.reason) : null;
  }

  #welcome(lastSeq: number): LiveServerFrame {
    const { play, resumeToken } = this.#parts;
    return {
      type: 'welcome',
      protocol: liveProtocolVersion,
      status: play.snapshot.status,
      clock: this.#clock(),
      turns: play.turns.filter((turn) => turn.seq > lastSeq),
      floor: play.snapshot.floor,
      resume: resumeToken(),
      outcome: this.#outcome(),
    };
  }
}
