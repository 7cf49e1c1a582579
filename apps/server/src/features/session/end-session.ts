import type { SessionId } from '@coachvisio/contract/id.ts';
import type { Session } from '@coachvisio/contract/session.ts';
import { speakFromBank } from '@coachvisio/engine/acting/bank.ts';
import type { SessionEvent } from '@coachvisio/engine/turn/events.ts';
import type { Ctx, JobCtx } from '../../platform/ctx.ts';
import { ProblemError } from '../../platform/problem-error.ts';
import { ownSession } from './own-session.ts';
import { Play, TakenOver } from './play.ts';
import { presentSession } from './session.present.ts';

/** Ends a session without a live socket: the persona's farewell comes from the bank, at once. Ending it twice changes nothing. */
export async function endSession(ctx: Ctx, id: SessionId): Promise<Session> {
  await ctx.tx((tx) => ownSession(ctx, tx, id));
  try {
    await playToTheEnd(ctx, id);
  } catch (error) {
    if (error instanceof TakenOver) throw new ProblemError('session.busy', 'The session was opened elsewhere at the same moment. Try again.');
    throw error;
  }
  return ctx.tx(async (tx) => presentSession(await ownSession(ctx, tx, id)));
}

/** Takes a session over and brings it to its end. */
export async function playToTheEnd(ctx: JobCtx, id: SessionId): Promise<void> {
  const play = await Play.open(ctx, id);
  let event: SessionEvent | null = play && play.snapshot.status !== 'ended' ? { type: 'ended', at: ctx.clock.now() } : null;
  while (play && event) {
    let next: SessionEvent | null = null;
    const effects = play.decide(event);
    if (effects.some((effect) => effect.do === 'commit')) await play.commit(effects);
    for (const effect of effects) {
      if (effect.do === 'act')
        next = { type: 'persona.spoke', at: ctx.clock.now(), seq: effect.seq, text: speakFromBank(effect.directive, play.stage), voicedBy: 'bank' };
    }
    event = next;
  }
}
