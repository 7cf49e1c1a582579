import type { SessionId } from '@coachvisio/contract/id.ts';
import type { Session } from '@coachvisio/contract/session.ts';
import { replay } from '@coachvisio/engine/turn/replay.ts';
import { step } from '@coachvisio/engine/turn/step.ts';
import { engineVersion } from '@coachvisio/engine/version.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { publish } from '../../platform/events.ts';
import { newId } from '../../platform/id.ts';
import { ProblemError } from '../../platform/problem-error.ts';
import { library } from '../content/index.ts';
import { ownSession } from './own-session.ts';
import { presentSession, presentTurn } from './session.present.ts';
import { insertSession, insertTape, insertTurns, listTape, listTurns } from './session.store.ts';

/**
 * Prepares a session that takes one's own up just before the learner's turn `seq`, in the state of then: the tape is played
 * again up to there. Where rules or scenario have changed since, the same words would lead somewhere else, and it is refused.
 */
export async function replayFrom(ctx: Ctx, id: SessionId, seq: number): Promise<Session> {
  return ctx.tx(async (tx) => {
    const from = await ownSession(ctx, tx, id);
    const stored = await listTurns(tx, id);
    if (stored.find((turn) => turn.seq === seq)?.who !== 'learner') {
      throw new ProblemError('replay.no_turn', `Turn ${seq} of this session is none of the learner's: a replay begins where the learner spoke.`);
    }
    const scenario = library().scenarios.get(from.scenario);
    const persona = library().personas.get(from.persona);
    const before = stored.filter((turn) => turn.seq < seq);
    const outdated = new ProblemError('replay.outdated', 'The rules or the scenario have changed since this session: begin a new one.');
    if (!scenario || !persona || scenario.version !== from.scenarioVersion || engineVersion !== from.engineVersion) throw outdated;
    const scene = { scenario, persona, locale: from.locale, seed: from.seed };
    const tape = await listTape(tx, id);
    const told = stored.map(presentTurn);
    const { snapshot, turns, played } = replay(scene, from.durationMs, tape, told, before.length);
    if (turns.length !== before.length || turns.some((turn, index) => turn.text !== before[index]?.text)) throw outdated;
    const at = tape[played - 1]?.at ?? from.createdAt.getTime();
    const rewound = step(scene, snapshot, { persona: [], learner: [] }, { type: 'rewound', at }).state;
    const learnerTurns = before.filter(({ who }) => who === 'learner').length;
    const row = await insertSession(tx, {
      orgId: ctx.org,
      id: newId('ses'),
      memberId: ctx.actor.member,
      scenario: from.scenario,
      scenarioVersion: from.scenarioVersion,
      persona: from.persona,
      locale: from.locale,
      seed: from.seed,
      engineVersion,
      status: 'ready',
      durationMs: from.durationMs,
      elapsedMs: Math.round(rewound.elapsedMs),
      learnerTurns,
      trust: from.trust.slice(0, learnerTurns),
      replayOf: id,
      replayFrom: seq,
      snapshot: rewound,
    });
    await insertTurns(
      tx,
      before.map((turn) => ({ ...turn, sessionId: row.id })),
    );
    await insertTape(tx, { org: ctx.org, session: row.id, from: 1, entries: [...tape.slice(0, played), { type: 'rewound', at }] });
    await publish(tx, 'session.begun', { session: row.id, scenario: scenario.slug });
    return presentSession(row);
  });
}
