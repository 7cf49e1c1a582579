import type { OrganisationId, SessionId } from '@coachvisio/contract/id.ts';
import type { Platform } from '../../platform/platform.ts';
import { type HeardTurn, keepTurn } from './keep-turn.ts';
import { findConsent } from './recording.store.ts';

/** Keeps turns one after the other, beside the conversation: nobody waits for it, and its failures cost the sound only. */
export class TurnKeeper {
  readonly #platform: Platform;
  #last: Promise<void> = Promise.resolve();

  constructor(platform: Platform) {
    this.#platform = platform;
  }

  /** Whether the learner of this session agreed: where not, its sound need not be held until it was heard. {@link keep} asks again. */
  async wants(org: OrganisationId, session: SessionId): Promise<boolean> {
    return (await this.#platform.contextOf(org).tx((tx) => findConsent(tx, session)))?.granted === true;
  }

  keep(turn: HeardTurn): void {
    const { org, session, seq } = turn;
    this.#last = this.#last
      .then(() => keepTurn(this.#platform, this.#platform.contextOf(org), turn))
      .catch((error: unknown) => this.#platform.log.error({ org, session, seq, err: error }, 'the sound of a turn could not be kept'));
  }

  /** Everything that was handed over is kept, or was not to be. */
  async settled(): Promise<void> {
    await this.#last;
  }
}
