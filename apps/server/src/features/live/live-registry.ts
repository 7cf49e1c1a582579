import type { OrganisationId, SessionId } from '@coachvisio/contract/id.ts';
import type { Platform } from '../../platform/platform.ts';
import { Play } from '../session/index.ts';
import { LiveSession } from './live-session.ts';
import { makeResumeToken } from './resume-token.ts';
import type { Voice } from './voice-directive.ts';

/** The sessions that this process plays now. */
export class LiveRegistry {
  readonly #platform: Platform;
  readonly #voice: Voice | null;
  readonly #sessions = new Map<SessionId, Promise<LiveSession | undefined>>();
  #draining = false;

  constructor(platform: Platform, voice: Voice | null) {
    this.#platform = platform;
    this.#voice = voice;
  }

  get secret(): string {
    return this.#platform.secret;
  }

  /** The session as it is played here, or taken over from where it was. Undefined when it does not exist or the process stops. */
  open(org: OrganisationId, id: SessionId): Promise<LiveSession | undefined> {
    if (this.#draining) return Promise.resolve(undefined);
    const playing = this.#sessions.get(id);
    if (playing) return playing;
    const opening = this.#take(org, id);
    this.#sessions.set(id, opening);
    opening.then((session) => session ?? this.#sessions.delete(id), () => this.#sessions.delete(id));
    return opening;
  }

  async #take(org: OrganisationId, id: SessionId): Promise<LiveSession | undefined> {
    const { clock, log } = this.#platform;
    const play = await Play.open(this.#platform.contextOf(org), id);
    if (!play) return undefined;
    return new LiveSession({
      play, clock, log, voice: this.#voice,
      resumeToken: () => makeResumeToken(this.secret, org, id, clock.now()),
      onGone: () => this.#sessions.delete(id),
    });
  }

  /** Somebody else ended or deleted the session, or its debrief is there. */
  async hear(name: string, id: SessionId): Promise<void> {
    const session = await this.#sessions.get(id);
    if (name === 'report.ready') session?.reportIsReady();
    else if (name === 'session.ended') session?.endedElsewhere();
    else if (name === 'session.deleted') session?.leave('not_found');
  }

  /** Lets what was decided be written down, then sends the learners elsewhere. */
  async drain(): Promise<void> {
    this.#draining = true;
    const sessions = await Promise.all(this.#sessions.values());
    await Promise.all(sessions.map((session) => session?.settled()));
    for (const session of sessions) session?.leave('restart');
  }
}
