import type { OrganisationId, SessionId } from '@coachvisio/contract/id.ts';
import type { CloseReason } from '@coachvisio/contract/live-protocol.ts';
import type { Platform } from '../../platform/platform.ts';
import { findSession, Play } from '../session/index.ts';
import { Places } from '../admission/index.ts';
import { TurnWatch, UsageLedger } from '../usage/index.ts';
import { type LiveProviders, meterProviders } from './live-providers.ts';
import { LiveSession } from './live-session.ts';
import { makeResumeToken } from './resume-token.ts';
import { TurnRate } from './turn-rate.ts';
import type { SoundKeeper } from './turn-sound.ts';

/** The sessions that this process plays now. */
export class LiveRegistry {
  readonly #platform: Platform;
  readonly #providers: LiveProviders;
  readonly #keeper: SoundKeeper;
  readonly #sessions = new Map<SessionId, Promise<LiveSession | undefined>>();
  readonly #orgs = new Map<SessionId, OrganisationId>();
  readonly #places: Places;
  /** What is still to be written of sessions that are gone. */
  readonly #closing = new Set<Promise<void>>();
  #draining = false;
  /** Counted here, so that coming back on another socket does not begin a new count. */
  readonly turnRate: TurnRate;

  constructor(platform: Platform, providers: LiveProviders, keeper: SoundKeeper) {
    this.#platform = platform;
    this.turnRate = new TurnRate(platform.clock);
    this.#providers = providers;
    this.#keeper = keeper;
    this.#places = new Places(platform, {
      sessions: () => [...this.#orgs].map(([id, org]) => ({ org, session: id })),
      isBusy: providers.isBusy,
    });
  }

  /** From here on others know how many conversations are played here. */
  openPlaces(): Promise<void> {
    return this.#places.open();
  }

  get secret(): string {
    return this.#platform.secret;
  }

  /** The process stops: sessions are opened by another one from here on. */
  get draining(): boolean {
    return this.#draining;
  }

  /** The session as it is played here, or taken over from where it was; or why it cannot be played here. */
  async open(org: OrganisationId, id: SessionId): Promise<LiveSession | CloseReason> {
    if (this.#draining) return 'restart';
    return (await (this.#sessions.get(id) ?? this.#open(org, id))) ?? 'not_found';
  }

  #open(org: OrganisationId, id: SessionId): Promise<LiveSession | undefined> {
    const opening = this.#take(org, id);
    this.#sessions.set(id, opening);
    opening.then(
      (session) => session ?? this.#sessions.delete(id),
      () => this.#sessions.delete(id),
    );
    return opening;
  }

  async #take(org: OrganisationId, id: SessionId): Promise<LiveSession | undefined> {
    const { clock, log } = this.#platform;
    const ctx = this.#platform.contextOf(org);
    const play = await Play.open(ctx, id);
    if (!play) return undefined;
    const ledger = new UsageLedger(ctx, id, this.#platform.config.providers.prices);
    this.#orgs.set(id, org);
    return new LiveSession({
      play,
      clock,
      log,
      ...meterProviders(this.#providers, ledger),
      watch: new TurnWatch(clock, (latency) => ledger.latency(latency)),
      keepsSound: await this.#keeper.wants(org, id),
      onTurnSound: (sound) => this.#keeper.keep({ ...sound, org, session: id }),
      resumeToken: () => makeResumeToken(this.secret, org, id, clock.now()),
      onGone: () => this.#gone(org, id, ledger),
      whyTaken: async () => {
        const now = await ctx.tx((tx) => findSession(tx, id));
        return !now ? 'not_found' : now.status === 'ended' ? 'ended' : 'moved';
      },
    });
  }

  #gone(org: OrganisationId, id: SessionId, ledger: UsageLedger): void {
    this.#sessions.delete(id);
    this.#orgs.delete(id);
    // Those that are sent elsewhere take their place with them.
    const closing = Promise.all([ledger.close(), this.#draining ? undefined : this.#places.free({ org, session: id })]).then(
      () => void this.#closing.delete(closing),
    );
    this.#closing.add(closing);
  }

  /** Somebody else ended or deleted the session, its debrief is there, or its learner decided about its sound. */
  async hear(name: string, id: SessionId, payload: Readonly<Record<string, unknown>>): Promise<void> {
    const session = await this.#sessions.get(id);
    if (name === 'report.ready') session?.reportIsReady();
    else if (name === 'session.ended') session?.endedElsewhere();
    else if (name === 'session.deleted') session?.leave('not_found');
    else if (payload['purpose'] === 'recording') session?.keepSound(name === 'consent.granted');
  }

  /** From here on every learner is sent elsewhere, once what was decided is written down. */
  async drain(): Promise<void> {
    this.#draining = true;
    await Promise.allSettled([...this.#sessions.values()].map(async (session) => (await session)?.drain()));
    await this.#places.close();
    await Promise.all(this.#closing);
  }
}
