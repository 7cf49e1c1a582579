import type { Directive } from '@coachvisio/contract/conversation.ts';
import type { SessionId } from '@coachvisio/contract/id.ts';
import type { Session } from '@coachvisio/contract/session.ts';
import { speakFromBank } from '@coachvisio/engine/acting/bank.ts';
import type { SessionEvent } from '@coachvisio/engine/turn/events.ts';
import type { Ctx, JobCtx } from '../../platform/ctx.ts';
import type { TenantTx } from '../../platform/db/database.ts';
import { ownSession } from './own-session.ts';
import { Play } from './play.ts';
import { presentSession } from './session.present.ts';

/** Ends a session without a live socket: the persona's farewell comes from the bank, at once. Ending it twice changes nothing. */
export async function endSession(ctx: Ctx, id: SessionId): Promise<Session> {
  return ctx.tx(async (tx) => {
    await ownSession(ctx, tx, id);
    await playToTheEnd(ctx, tx, id);
    return presentSession(await ownSession(ctx, tx, id));
  });
}

/**
 * Takes a session over and brings it to its end, in one transaction: whoever plays it waits for the row and then finds it
 * ended, and nobody can take it over in between.
 */
export async function playToTheEnd(ctx: JobCtx, tx: TenantTx, id: SessionId): Promise<void> {
  const play = await Play.open({ ...ctx, tx: (work) => work(tx) }, id);
  if (!play) return;
  const at = ctx.clock.now();
  const spoke = (seq: number, directive: Directive): SessionEvent => ({
    type: 'persona.spoke',
    at,
    seq,
    text: speakFromBank(directive, play.cue.stage),
    voicedBy: 'bank',
  });
  const { due } = play.snapshot;
  // A farewell that was decided and never said comes first, and may be all that is missing.
  const events: SessionEvent[] = [...(due?.directive.ends ? [spoke(due.seq, due.directive)] : []), { type: 'ended', at }];
  for (let event = events.shift(); event && play.snapshot.status !== 'ended'; event = events.shift()) {
    const effects = play.decide(event);
    if (effects.some((effect) => effect.do === 'commit')) await play.commit(effects);
    for (const effect of effects) if (effect.do === 'act') events.unshift(spoke(effect.seq, effect.directive));
  }
}
