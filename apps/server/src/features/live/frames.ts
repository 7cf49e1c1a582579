import type { SessionSnapshot, Turn } from '@coachvisio/contract/conversation.ts';
import { type LiveClock, liveProtocolVersion, type LiveServerFrame } from '@coachvisio/contract/live-protocol.ts';
import type { Outcome } from '@coachvisio/contract/session.ts';
import type { VoiceOffer } from '@coachvisio/contract/speech.ts';
import { elapsedAt } from '@coachvisio/engine/turn/clock.ts';
import { type Play, presentOutcome } from '../session/index.ts';

/** What a listener is told of a session, as it stands in the play. */

export const clockOf = (snapshot: SessionSnapshot, at: number): LiveClock => ({
  elapsedMs: elapsedAt(snapshot, at),
  durationMs: snapshot.durationMs,
  running: snapshot.runningSinceAt !== null,
});

export const outcomeOf = ({ snapshot, scene }: Play): Outcome | null =>
  snapshot.outcome ? presentOutcome(scene.scenario.slug, scene.locale, snapshot.outcome.exit, snapshot.outcome.reason) : null;

export const turnFrame = (turn: Turn, floor: SessionSnapshot['floor']): LiveServerFrame =>
  turn.who === 'persona' ? { type: 'spoken', turn, floor } : { type: 'committed', turn, clientTurnId: turn.clientTurnId ?? '' };

export const welcomeFrame = (play: Play, lastSeq: number, resume: string, voice: VoiceOffer, at: number): LiveServerFrame => ({
  type: 'welcome',
  protocol: liveProtocolVersion,
  status: play.snapshot.status,
  clock: clockOf(play.snapshot, at),
  turns: play.turns.filter((turn) => turn.seq > lastSeq),
  floor: play.snapshot.floor,
  resume,
  outcome: outcomeOf(play),
  voice,
});
